package fr.preau.server.portal;

import fr.preau.api.Caller;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.api.web.Ui;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.account.CodeRefused;
import fr.preau.server.account.Invitations;
import fr.preau.server.account.OwnPersons;
import fr.preau.server.account.Sessions;
import fr.preau.server.account.SignedIn;
import fr.preau.server.audit.Audit;
import fr.preau.server.charter.Acceptances;
import fr.preau.server.db.Database;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Exchange;
import fr.preau.server.http.Layout;
import fr.preau.server.portal.view.Account;
import fr.preau.server.privacy.PersonalCopy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** My account: who I am here, where I am signed in, what is kept about me. Thread-safe. */
@Singleton
@Path("compte")
@Needs(Who.SIGNED_IN)
public final class AccountPages implements CoreResource {
    private final Sessions sessions;
    private final OwnPersons persons;
    private final Invitations invitations;
    private final Layout layout;
    private final PersonalCopy copies;
    private final Acceptances acceptances;
    private final FamilyDao families;
    private final Audit audit;

    @Inject
    AccountPages(
            Sessions sessions,
            OwnPersons persons,
            Invitations invitations,
            Layout layout,
            PersonalCopy copies,
            Acceptances acceptances,
            Audit audit,
            Database database) {
        this.audit = audit;
        this.sessions = sessions;
        this.persons = persons;
        this.invitations = invitations;
        this.layout = layout;
        this.copies = copies;
        this.acceptances = acceptances;
        this.families = database.core().dao(FamilyDao.class);
    }

    /** The page. */
    @GET
    public Page account(@Context Exchange exchange) {
        return page(Visitor.signedIn(exchange), "", null);
    }

    private Page page(SignedIn person, String code, @Nullable String codeError) {
        Caller caller = person.caller();
        Ui ui = layout.coreUi();
        Account view = new Account(
                caller.displayName(),
                person.login(),
                Profiles.label(ui, caller.profile()),
                caller.profile().isChild(),
                families.placesOf(caller.personId()),
                families.childrenOf(caller.personId()),
                acceptances.standing(caller.personId()),
                Spaces.of(ui, persons.othersOf(person)),
                open(person),
                code,
                codeError);
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

    /** Goes on as another person of my account, in another ENT. */
    @POST
    @Path("espace")
    public Response goOn(@FormParam("person") @DefaultValue("") String id, @Context Exchange exchange) {
        String token = persons.goOnAs(Visitor.signedIn(exchange), id(id)).orElseThrow(NotFoundException::new);
        return SessionCookie.set(Response.seeOther(URI.create("/")), token, exchange)
                .build();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e);
        }
    }

    /** Adds the person of a code to my account. */
    @POST
    @Path("codes")
    public Object addCode(@FormParam("code") @DefaultValue("") String code, @Context Exchange exchange) {
        SignedIn person = Visitor.signedIn(exchange);
        try {
            invitations.join(invitations.find(code, Visitor.address(exchange)), person);
            return Redirect.to("/compte", layout.coreUi().t("account.code.added"));
        } catch (CodeRefused e) {
            return page(person, code, e.key()).status(422);
        }
    }

    /** Closes one of my sessions. */
    @POST
    @Path("sessions/{id}/fermer")
    public Response close(@PathParam("id") String id, @Context Exchange exchange) {
        if (!sessions.close(Visitor.signedIn(exchange), id)) {
            throw new NotFoundException();
        }
        return Redirect.to("/compte", layout.coreUi().t("account.sessions.closed"));
    }

    /** Closes all my sessions but this one. */
    @POST
    @Path("sessions/autres/fermer")
    public Response closeOthers(@Context Exchange exchange) {
        sessions.closeOthers(Visitor.signedIn(exchange));
        return Redirect.to("/compte", layout.coreUi().t("account.sessions.others.closed"));
    }

    /** My copy of what is kept about me (GDPR article 15), as JSON. */
    @GET
    @Path("donnees")
    @Produces("application/json")
    public Response copy(@Context Caller caller) {
        Map<String, Object> copy = copies.of(caller.tenantId(), caller.personId());
        audit.record(caller, "copy.download", "", "");
        return Response.ok(copy)
                .header("Content-Disposition", "attachment; filename=\"mes-donnees.json\"")
                .build();
    }
}
