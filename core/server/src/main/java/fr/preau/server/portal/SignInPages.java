package fr.preau.server.portal;

import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.account.Accounts;
import fr.preau.server.account.Sessions;
import fr.preau.server.account.SignIns;
import fr.preau.server.account.SignIns.Outcome;
import fr.preau.server.account.SignIns.Result;
import fr.preau.server.account.SignedIn;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Exchange;
import fr.preau.server.http.Layout;
import fr.preau.server.portal.view.ChangePassword;
import fr.preau.server.portal.view.SignIn;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** The way in and out: sign-in, password. Thread-safe. */
@Singleton
@Path("")
@Needs(Who.ANYBODY)
public final class SignInPages implements CoreResource {
    private final SignIns signIns;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Layout layout;

    @Inject
    SignInPages(SignIns signIns, Accounts accounts, Sessions sessions, Layout layout) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.sessions = sessions;
        this.layout = layout;
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
        Result result = signIns.signIn(login, password, Visitor.address(exchange), Visitor.userAgent(exchange));
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
        return SessionCookie.clear(Response.seeOther(URI.create("/connexion")), exchange)
                .build();
    }

    /** A form for a new password. */
    @GET
    @Path("mot-de-passe")
    @Needs(Who.SIGNED_IN)
    public Page password(@Context Exchange exchange) {
        return passwordPage(Visitor.signedIn(exchange), Map.of());
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
        SignedIn person = Visitor.signedIn(exchange);
        Map<String, String> errors = accounts.changePassword(person, current, password, repeated);
        if (!errors.isEmpty()) {
            return passwordPage(person, errors);
        }
        String key = person.caller().profile().isChild() ? "password.done.tu" : "password.done.vous";
        return Redirect.to(
                person.mustChangePassword() ? "/" : "/compte", layout.coreUi().t(key));
    }
}
