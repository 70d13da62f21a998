package fr.preau.server.portal;

import fr.preau.api.Caller;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.api.web.Ui;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.account.Sessions;
import fr.preau.server.account.SignedIn;
import fr.preau.server.db.Database;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Exchange;
import fr.preau.server.http.Layout;
import fr.preau.server.portal.view.Account;
import fr.preau.server.privacy.PersonalCopy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/** My account: who I am here, where I am signed in, what is kept about me. Thread-safe. */
@Singleton
@Path("compte")
@Needs(Who.SIGNED_IN)
public final class AccountPages implements CoreResource {
    private final Sessions sessions;
    private final Layout layout;
    private final PersonalCopy copies;
    private final FamilyDao families;

    @Inject
    AccountPages(Sessions sessions, Layout layout, PersonalCopy copies, Database database) {
        this.sessions = sessions;
        this.layout = layout;
        this.copies = copies;
        this.families = database.core().dao(FamilyDao.class);
    }

    /** The page. */
    @GET
    public Page account(@Context Exchange exchange) {
        SignedIn person = signedIn(exchange);
        Caller caller = person.caller();
        Ui ui = layout.coreUi();
        Account view = new Account(
                caller.displayName(),
                person.login(),
                Profiles.label(ui, caller.profile()),
                caller.profile().isChild(),
                families.placesOf(caller.personId()),
                families.childrenOf(caller.personId()),
                open(person));
        return Page.of(ui.t("account.title"), "account.jte").with("view", view);
    }

    private List<Account.Session> open(SignedIn person) {
        List<Account.Session> open = new ArrayList<>();
        for (Sessions.Open session : sessions.of(person.accountId())) {
            boolean present = session.id().equals(person.sessionId());
            Account.Session shown = new Account.Session(
                    session.id(), Devices.inWords(session.userAgent()), session.since(), session.seen(), present);
            open.add(present ? 0 : open.size(), shown);
        }
        return open;
    }

    /** Closes one of my sessions. */
    @POST
    @Path("sessions/{id}/fermer")
    public Response close(@PathParam("id") String id, @Context Exchange exchange) {
        if (!sessions.close(signedIn(exchange).accountId(), id)) {
            throw new NotFoundException();
        }
        return Redirect.to("/compte", layout.coreUi().t("account.sessions.closed"));
    }

    /** Closes all my sessions but this one. */
    @POST
    @Path("sessions/autres/fermer")
    public Response closeOthers(@Context Exchange exchange) {
        SignedIn person = signedIn(exchange);
        sessions.closeOthers(person.accountId(), person.sessionId());
        return Redirect.to("/compte", layout.coreUi().t("account.sessions.others.closed"));
    }

    /** My copy of what is kept about me (GDPR article 15), as JSON. */
    @GET
    @Path("donnees")
    @Produces("application/json")
    public Response copy(@Context Caller caller) {
        return Response.ok(copies.of(caller.tenantId(), caller.personId()))
                .header("Content-Disposition", "attachment; filename=\"mes-donnees.json\"")
                .build();
    }

    private static SignedIn signedIn(Exchange exchange) {
        SignedIn person = exchange.signedIn();
        if (person == null) {
            throw new NotAuthorizedException("session");
        }
        return person;
    }
}
