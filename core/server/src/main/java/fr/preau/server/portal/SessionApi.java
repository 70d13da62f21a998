package fr.preau.server.portal;

import fr.preau.api.Caller;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.account.OwnPersons;
import fr.preau.server.account.Sessions;
import fr.preau.server.account.SignIns;
import fr.preau.server.account.SignIns.Outcome;
import fr.preau.server.account.SignIns.Result;
import fr.preau.server.account.SignedIn;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Exchange;
import fr.preau.server.http.Problem;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sign-in for programs. Thread-safe. */
@Singleton
@Path("api/core")
@Produces("application/json")
public final class SessionApi implements CoreResource {
    private final SignIns signIns;
    private final OwnPersons persons;
    private final Sessions sessions;

    @Inject
    SessionApi(SignIns signIns, OwnPersons persons, Sessions sessions) {
        this.signIns = signIns;
        this.persons = persons;
        this.sessions = sessions;
    }

    /** What to sign in with. */
    public record Credentials(
            @Nullable String login, @Nullable String password) {}

    /**
     * The caller, as programs see it; {@code profile} is the SDET code, {@code persons} whom the account may be, the present
     * person included.
     */
    public record Me(
            UUID personId, String name, String profile, String tenant, boolean administrator, List<Person> persons) {}

    /** A person of the caller's account. */
    public record Person(UUID personId, String name, String profile, String tenant) {}

    /** Which person of the account to go on as. */
    public record Choice(@Nullable UUID personId) {}

    /** Opens a session: its cookie comes with the answer (204). 401 if login or password is wrong, 429 if too many. */
    @POST
    @Path("session")
    @Consumes("application/json")
    @Needs(Who.ANYBODY)
    public Response open(Credentials given, @Context Exchange exchange) {
        String login = given == null ? null : given.login();
        String password = given == null ? null : given.password();
        if (login == null || password == null) {
            return problem(422, "Il manque « login » ou « password ».");
        }
        Result result = signIns.signIn(login, password, Visitor.address(exchange), Visitor.userAgent(exchange));
        String token = result.token();
        if (token == null) {
            return result.outcome() == Outcome.LOCKED
                    ? problem(429, "Trop d’essais : attendez quelques minutes.")
                    : problem(401, "Identifiant ou mot de passe inconnu.");
        }
        return SessionCookie.set(Response.noContent(), token, exchange).build();
    }

    private static Response problem(int status, String detail) {
        return Response.status(status)
                .type(Problem.JSON)
                .entity(new Problem(status, "Connexion refusée", detail, null))
                .build();
    }

    /** Closes the session. */
    @DELETE
    @Path("session")
    @Needs(Who.ANYBODY)
    public Response close(@Context Exchange exchange) {
        String token = exchange.cookie(Sessions.COOKIE);
        if (token != null) {
            sessions.close(token);
        }
        return SessionCookie.clear(Response.noContent(), exchange).build();
    }

    /** Who I am. */
    @GET
    @Path("me")
    @Needs(Who.SIGNED_IN)
    public Me me(@Context Exchange exchange) {
        SignedIn present = Visitor.signedIn(exchange);
        Caller caller = present.caller();
        return new Me(
                caller.personId(),
                caller.displayName(),
                caller.profile().sdetCode(),
                caller.tenantName(),
                caller.administrator(),
                persons.of(present.accountId()).stream()
                        .map(person -> new Person(
                                person.personId(),
                                person.name(),
                                person.profile().sdetCode(),
                                person.tenantName()))
                        .toList());
    }

    /** Goes on as another person of the account: the session's new cookie comes with the answer (204). 404 if not its own. */
    @PUT
    @Path("session/person")
    @Consumes("application/json")
    @Needs(Who.SIGNED_IN)
    public Response goOn(Choice choice, @Context Exchange exchange) {
        UUID personId = choice == null ? null : choice.personId();
        if (personId == null) {
            return problem(422, "Il manque « personId ».");
        }
        String token = persons.goOnAs(Visitor.signedIn(exchange), personId).orElseThrow(NotFoundException::new);
        return SessionCookie.set(Response.noContent(), token, exchange).build();
    }
}
