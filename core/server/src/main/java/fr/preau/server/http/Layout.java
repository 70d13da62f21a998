package fr.preau.server.http;

import fr.preau.api.Caller;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.api.web.Ui;
import fr.preau.server.account.SignedIn;
import fr.preau.server.portal.view.Bell;
import fr.preau.server.portal.view.Crumb;
import fr.preau.server.portal.view.ErrorPage;
import fr.preau.server.portal.view.Place;
import fr.preau.server.portal.view.Shell;
import gg.jte.Content;
import gg.jte.output.Utf8ByteOutput;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts pages, the core's and the plugins', into the portal's frame. Thread-safe. */
@Singleton
public final class Layout {
    static final String ERROR_TEMPLATE = "preau:error";

    private final View core;
    private final Icons icons = new Icons();
    private final Clock clock;
    private final Navigation navigation;

    /** With the core's own templates and the plugins' places. */
    @Inject
    public Layout(View core, Clock clock, Navigation navigation) {
        this.core = core;
        this.clock = clock;
        this.navigation = navigation;
    }

    /** The plugins' places for a person. */
    public interface Navigation {
        /** Those that run, in the person's tenant, and that the person may open; by title. */
        List<Place> services(Caller caller, String path);

        /** Whether a person has the console. */
        boolean console(SignedIn person);

        /** What the place is called for who is not signed in: the one tenant's name, empty if there are several. */
        String signedOutName();
    }

    /** Renders a page whole, ready to be sent. */
    public Utf8ByteOutput render(Page page, View view, Predicate<String> rights) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        Exchange exchange = Exchange.current();
        Ui ui = ui(view, rights, exchange.callerOrNull());
        Content content = content(page, view, ui);
        if (page.isFragment()) {
            content.writeTo(output);
        } else {
            Ui coreUi = ui(core, right -> false, exchange.callerOrNull());
            String title = isError(page) ? coreUi.t(error(page).titleKey()) : page.title();
            Map<String, @Nullable Object> parameters =
                    Map.of("shell", shell(title, view, coreUi, exchange), "content", content);
            core.templates().render("layout.jte", coreUi, parameters, output);
        }
        return output;
    }

    /** What a tile shows, rendered now: a failure is the tile's own. */
    public Content now(Page page, View view, Predicate<String> rights) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        content(page, view, ui(view, rights, Exchange.current().callerOrNull())).writeTo(output);
        String html = text(output);
        return target -> target.writeContent(html);
    }

    private static String text(Utf8ByteOutput output) {
        var bytes = new java.io.ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Texts and icons of the core, for what is rendered outside of the frame (printed sheets). */
    public Ui coreUi() {
        return ui(core, right -> false, Exchange.current().callerOrNull());
    }

    private Ui ui(View view, Predicate<String> rights, @Nullable Caller caller) {
        return new HtmlUi(view.place(rights), icons, clock, caller);
    }

    private Content content(Page page, View view, Ui ui) {
        String template = page.template();
        if (template == null) {
            return core.templates().content("text.jte", ui, page.parameters());
        }
        if (isError(page)) {
            Ui coreUi = ui(core, right -> false, ui.caller());
            return core.templates().content("error.jte", coreUi, Map.of("view", error(page)));
        }
        return view.templates().content(template, ui, page.parameters());
    }

    private static ErrorPage error(Page page) {
        int status = (Integer) Objects.requireNonNull(page.parameters().get("status"));
        List<String> reasons = new java.util.ArrayList<>();
        if (page.parameters().get("reasons") instanceof List<?> told) {
            told.forEach(reason -> reasons.add(String.valueOf(reason)));
        }
        return new ErrorPage(status, (String) page.parameters().get("detail"), "/", null, reasons);
    }

    private static boolean isError(Page page) {
        return ERROR_TEMPLATE.equals(page.template());
    }

    private Shell shell(String title, View view, Ui ui, Exchange exchange) {
        String message = takeMessage(exchange);
        var signedIn = exchange.signedIn();
        if (signedIn == null) {
            return Shell.signedOut(title, navigation.signedOutName(), message);
        }
        Caller caller = signedIn.caller();
        String path = exchange.request().getRequestURI();
        boolean free = signedIn.charterAccepted() && !signedIn.mustChangePassword();
        List<Place> services = free ? navigation.services(caller, path) : List.of();
        return new Shell(
                title,
                caller.tenantName(),
                caller.displayName(),
                caller.profile().isChild(),
                free ? Place.ofPortal(ui, path, navigation.console(signedIn)) : List.of(),
                services,
                free ? Crumb.to(ui, path, services) : List.of(),
                message,
                view.hueClass(),
                free ? Bell.of(signedIn.unread(), path) : null);
    }

    /** The message of the last redirect, shown once: its cookie is withdrawn. */
    private static @Nullable String takeMessage(Exchange exchange) {
        String value = exchange.cookie(Redirect.MESSAGE_COOKIE);
        if (value == null) {
            return null;
        }
        Cookie gone = new Cookie(Redirect.MESSAGE_COOKIE, "");
        gone.setPath("/");
        gone.setMaxAge(0);
        exchange.response().addCookie(gone);
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static void send(Utf8ByteOutput html, OutputStream out) throws IOException {
        html.writeTo(out);
    }
}
