package fr.preau.server.portal;

import fr.preau.api.web.Page;
import fr.preau.api.web.Ui;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.account.CodeRefused;
import fr.preau.server.account.Invitation;
import fr.preau.server.account.Invitations;
import fr.preau.server.account.SignIns;
import fr.preau.server.account.SignIns.Outcome;
import fr.preau.server.account.SignIns.Result;
import fr.preau.server.account.SignedIn;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Exchange;
import fr.preau.server.http.Layout;
import fr.preau.server.portal.view.Activate;
import fr.preau.server.portal.view.ActivateCode;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The first visit, with the code of a slip: for a new account, or for one that opens another ENT already. Thread-safe. */
@Singleton
@Path("activation")
@Needs(Who.ANYBODY)
public final class ActivationPages implements CoreResource {
    private final Invitations invitations;
    private final SignIns signIns;
    private final Layout layout;
    private final FamilyDao families;

    @Inject
    ActivationPages(Invitations invitations, SignIns signIns, Layout layout, Database database) {
        this.invitations = invitations;
        this.signIns = signIns;
        this.layout = layout;
        this.families = database.core().dao(FamilyDao.class);
    }

    /** Asks for the code of a slip, or, given one, for a login and a password. */
    @GET
    public Page activation(@QueryParam("code") @DefaultValue("") String code, @Context Exchange exchange) {
        if (code.isBlank()) {
            return codePage(new ActivateCode("", null));
        }
        try {
            Invitation invitation = invitations.find(code, Visitor.address(exchange));
            return page(invitation, code, invitations.suggestLogin(invitation), "", Map.of(), exchange);
        } catch (CodeRefused e) {
            return refused(code, e);
        }
    }

    private Page codePage(ActivateCode view) {
        return Page.of(layout.coreUi().t("activate.code.title"), "activate-code.jte")
                .with("view", view);
    }

    private Page refused(String code, CodeRefused refusal) {
        return codePage(new ActivateCode(code, refusal.key())).status(422);
    }

    private Page page(
            Invitation invitation,
            String code,
            String login,
            String known,
            Map<String, String> errors,
            Exchange exchange) {
        Ui ui = layout.coreUi();
        SignedIn present = exchange.signedIn();
        Activate view = new Activate(
                code,
                invitation.name(),
                invitation.firstName(),
                invitation.profile().isChild(),
                Profiles.label(ui, invitation.profile()),
                Scope.in(invitation.tenantId(), Scope.Mode.READ, () -> about(invitation)),
                login,
                known,
                present == null || present.caller().profile().isChild()
                        ? ""
                        : present.caller().displayName(),
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
    public Object activate(
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("password2") @DefaultValue("") String repeated,
            @Context Exchange exchange) {
        try {
            Invitation invitation = invitations.find(code, Visitor.address(exchange));
            Map<String, String> errors = invitations.activate(invitation, login, password, repeated);
            if (!errors.isEmpty()) {
                return page(invitation, code, login, "", errors, exchange).status(422);
            }
        } catch (CodeRefused e) {
            return refused(code, e);
        }
        return home(signIns.signIn(login, password, Visitor.address(exchange), Visitor.userAgent(exchange)), exchange);
    }

    private static Response home(Result result, Exchange exchange) {
        String token = result.token();
        Response.ResponseBuilder home = Response.seeOther(URI.create("/"));
        return token == null
                ? home.build()
                : SessionCookie.set(home, token, exchange).build();
    }

    /** Uses the code for an account that exists: its owner is signed in as the new person. */
    @POST
    @Path("compte")
    public Object join(
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("known") @DefaultValue("") String login,
            @FormParam("secret") @DefaultValue("") String password,
            @Context Exchange exchange) {
        try {
            Invitation invitation = invitations.find(code, Visitor.address(exchange));
            Result result = invitations.join(
                    invitation, login, password, Visitor.address(exchange), Visitor.userAgent(exchange));
            if (result.token() != null) {
                return home(result, exchange);
            }
            Map<String, String> errors =
                    Map.of("secret", "signin.error." + result.outcome().name().toLowerCase(Locale.ROOT));
            return page(invitation, code, invitations.suggestLogin(invitation), login, errors, exchange)
                    .status(result.outcome() == Outcome.LOCKED ? 429 : 422);
        } catch (CodeRefused e) {
            return refused(code, e);
        }
    }
}
