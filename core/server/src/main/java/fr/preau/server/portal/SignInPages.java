package fr.preau.server.portal;

import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.api.web.Ui;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.account.Accounts;
import fr.preau.server.account.Accounts.CodeRefused;
import fr.preau.server.account.Accounts.Invitation;
import fr.preau.server.account.Accounts.Outcome;
import fr.preau.server.account.Accounts.SignInResult;
import fr.preau.server.account.Charters;
import fr.preau.server.account.Sessions;
import fr.preau.server.account.SignedIn;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Exchange;
import fr.preau.server.http.Layout;
import fr.preau.server.portal.view.Activate;
import fr.preau.server.portal.view.ActivateCode;
import fr.preau.server.portal.view.ChangePassword;
import fr.preau.server.portal.view.Charter;
import fr.preau.server.portal.view.SignIn;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way in: sign-in, first visit with a code, charter, password. Thread-safe. */
@Singleton
@Path("")
@Needs(Who.ANYBODY)
public final class SignInPages implements CoreResource {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Layout layout;
    private final FamilyDao families;

    @Inject
    SignInPages(Accounts accounts, Sessions sessions, Layout layout, Database database) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.layout = layout;
        this.families = database.core().dao(FamilyDao.class);
    }

    /** The sign-in page; who is signed in already goes home. */
    @GET
    @Path("connexion")
    public Object signIn(@QueryParam("suite") @DefaultValue("") String next, @Context Exchange exchange) {
        if (exchange.signedIn() != null) {
            return Redirect.to(Next.local(next));
        }
        return signInPage(new SignIn("", Next.orHome(next), null));
    }

    private Page signInPage(SignIn view) {
        return Page.of(layout.coreUi().t("signin.title"), "signin.jte").with("view", view);
    }

    /** Signs in. */
    @POST
    @Path("connexion")
    public Object signIn(
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("suite") @DefaultValue("") String next,
            @Context Exchange exchange) {
        SignInResult result = accounts.signIn(login, password, address(exchange), userAgent(exchange));
        String token = result.token();
        if (token == null) {
            String key = "signin.error." + result.outcome().name().toLowerCase(Locale.ROOT);
            return signInPage(new SignIn(login, Next.orHome(next), key))
                    .status(result.outcome() == Outcome.LOCKED ? 429 : 422);
        }
        return SessionCookie.set(Response.seeOther(URI.create(Next.local(next))), token, exchange)
                .build();
    }

    /** Signs out. */
    @POST
    @Path("deconnexion")
    public Response signOut(@Context Exchange exchange) {
        String token = exchange.cookie(Sessions.COOKIE);
        if (token != null) {
            sessions.close(token);
        }
        return SessionCookie.clear(Response.seeOther(URI.create("/connexion"))).build();
    }

    /** Asks for the code of a slip, or, given one, for a login and a password. */
    @GET
    @Path("activation")
    public Page activation(@QueryParam("code") @DefaultValue("") String code, @Context Exchange exchange) {
        if (code.isBlank()) {
            return codePage(new ActivateCode("", null));
        }
        try {
            Invitation invitation = accounts.invitation(code, address(exchange));
            return activatePage(invitation, code, accounts.suggestLogin(invitation), Map.of());
        } catch (CodeRefused e) {
            return codePage(new ActivateCode(code, "activate.error." + e.why())).status(422);
        }
    }

    private Page codePage(ActivateCode view) {
        return Page.of(layout.coreUi().t("activate.code.title"), "activate-code.jte")
                .with("view", view);
    }

    private Page activatePage(Invitation invitation, String code, String login, Map<String, String> errors) {
        Ui ui = layout.coreUi();
        List<String> about = Scope.in(invitation.tenantId(), Scope.Mode.READ, () -> about(invitation));
        Activate view = new Activate(
                code,
                invitation.name(),
                invitation.firstName(),
                invitation.profile().isChild(),
                Profiles.label(ui, invitation.profile()),
                about,
                login,
                errors);
        return Page.of(ui.t("activate.title"), "activate.jte").with("view", view);
    }

    private List<String> about(Invitation invitation) {
        List<String> children = families.childrenOf(invitation.personId()).stream()
                .map(child -> child.className().isEmpty() ? child.name() : child.name() + ", " + child.className())
                .toList();
        return children.isEmpty() ? families.placesOf(invitation.personId()) : children;
    }

    /** Uses the code: the account is made, the person is signed in. */
    @POST
    @Path("activation")
    public Object activate(
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("password2") @DefaultValue("") String repeated,
            @Context Exchange exchange) {
        Invitation invitation;
        try {
            invitation = accounts.invitation(code, address(exchange));
        } catch (CodeRefused e) {
            return codePage(new ActivateCode(code, "activate.error." + e.why())).status(422);
        }
        Map<String, String> errors = accounts.activate(invitation, login, password, repeated);
        if (!errors.isEmpty()) {
            return activatePage(invitation, code, login, errors).status(422);
        }
        String token = accounts.signIn(login, password, address(exchange), userAgent(exchange))
                .token();
        Response.ResponseBuilder home = Response.seeOther(URI.create("/"));
        return token == null
                ? home.build()
                : SessionCookie.set(home, token, exchange).build();
    }

    /** The charter, in the words of its reader. */
    @GET
    @Path("charte")
    @Needs(Who.SIGNED_IN)
    public Page charter(@QueryParam("suite") @DefaultValue("") String next, @Context Exchange exchange) {
        Charter view =
                new Charter(Charter.Audience.of(exchange.caller().profile()), Charters.IN_FORCE, Next.orHome(next));
        return Page.of(layout.coreUi().t("charter.title"), "charter.jte").with("view", view);
    }

    /** Accepts it. */
    @POST
    @Path("charte")
    @Needs(Who.SIGNED_IN)
    public Response acceptCharter(@FormParam("suite") @DefaultValue("") String next, @Context Exchange exchange) {
        accounts.acceptCharter(signedIn(exchange));
        return Redirect.to(Next.local(next));
    }

    /** A form for a new password. */
    @GET
    @Path("mot-de-passe")
    @Needs(Who.SIGNED_IN)
    public Page password(@Context Exchange exchange) {
        return passwordPage(signedIn(exchange), Map.of());
    }

    private Page passwordPage(SignedIn person, Map<String, String> errors) {
        ChangePassword view = new ChangePassword(
                person.login(), person.caller().profile().isChild(), person.mustChangePassword(), errors);
        return Page.of(layout.coreUi().t("password.title"), "password.jte")
                .with("view", view)
                .status(errors.isEmpty() ? 200 : 422);
    }

    /** Changes the password. */
    @POST
    @Path("mot-de-passe")
    @Needs(Who.SIGNED_IN)
    public Object changePassword(
            @FormParam("current") @DefaultValue("") String current,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("password2") @DefaultValue("") String repeated,
            @Context Exchange exchange) {
        SignedIn person = signedIn(exchange);
        Map<String, String> errors = accounts.changePassword(person, current, password, repeated);
        if (!errors.isEmpty()) {
            return passwordPage(person, errors);
        }
        String key = person.caller().profile().isChild() ? "password.done.tu" : "password.done.vous";
        return Redirect.to(
                person.mustChangePassword() ? "/" : "/compte", layout.coreUi().t(key));
    }

    private static SignedIn signedIn(Exchange exchange) {
        SignedIn person = exchange.signedIn();
        if (person == null) {
            throw new NotAuthorizedException("session");
        }
        return person;
    }

    private static String address(Exchange exchange) {
        return exchange.request().getRemoteAddr();
    }

    private static String userAgent(Exchange exchange) {
        @Nullable String agent = exchange.request().getHeader("User-Agent");
        return agent == null ? "" : agent;
    }
}
