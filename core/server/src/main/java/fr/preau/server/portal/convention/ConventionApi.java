package fr.preau.server.portal.convention;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import fr.preau.api.web.BadInput;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.convention.Actor;
import fr.preau.server.convention.Approvals;
import fr.preau.server.convention.Conventions;
import fr.preau.server.convention.OpenNow;
import fr.preau.server.convention.Parties;
import fr.preau.server.convention.PartyLine;
import fr.preau.server.convention.StopLine;
import fr.preau.server.convention.Stops;
import fr.preau.server.convention.Text;
import fr.preau.server.convention.VersionLine;
import fr.preau.server.convention.Waiting;
import fr.preau.server.convention.WaveLine;
import fr.preau.server.convention.Waves;
import fr.preau.server.http.CoreResource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The convention for programs. Delegates act, administrators and heads read. Thread-safe. */
@Singleton
@Path("api/core/convention")
@Needs(Who.SIGNED_IN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ConventionApi implements CoreResource {
    private final Conventions conventions;
    private final Parties parties;
    private final Waves waves;
    private final Stops stops;
    private final Approvals approvals;

    @Inject
    ConventionApi(Conventions conventions, Parties parties, Waves waves, Stops stops, Approvals approvals) {
        this.conventions = conventions;
        this.parties = parties;
        this.waves = waves;
        this.stops = stops;
        this.approvals = approvals;
    }

    /** All in one answer: parties, versions, deployments, stops, what runs now, what waits. */
    public record State(
            List<PartyLine> parties,
            List<VersionLine> versions,
            List<WaveLine> waves,
            List<StopLine> stops,
            List<OpenNow> open,
            List<Waiting> waiting) {}

    /** The state. */
    @GET
    public State state(@Context Caller caller) {
        Desk.of(parties, caller);
        int tenant = caller.tenantId();
        return new State(
                parties.list(tenant),
                conventions.versions(tenant),
                waves.list(tenant),
                stops.list(tenant),
                waves.openNow(tenant),
                approvals.of(tenant));
    }

    /** A version, whole. */
    @GET
    @Path("versions/{version}")
    public Text version(@PathParam("version") int version, @Context Caller caller) {
        Desk.of(parties, caller);
        return conventions.text(caller.tenantId(), version).orElseThrow(NotFoundException::new);
    }

    /** What is signed: {@code services} by plugin; {@code whole}: the version itself. */
    public record Signing(@Nullable UUID party, @Nullable List<String> services, boolean whole) {}

    /** How many signatures were new. */
    public record Signed(int signatures) {}

    /** Signs. */
    @POST
    @Needs(Who.DELEGATES)
    @Path("versions/{version}/signatures")
    public Signed sign(@PathParam("version") int version, @Nullable Signing signing, @Context Caller caller) {
        UUID party = signing == null ? null : signing.party();
        if (signing == null || party == null) {
            throw new BadInput("party", "Dites pour quelle partie vous signez (party).");
        }
        List<String> signed = new java.util.ArrayList<>(signing.services() == null ? List.of() : signing.services());
        signed.removeIf(String::isEmpty);
        if (signing.whole()) {
            signed.add("");
        }
        return new Signed(conventions.sign(caller.tenantId(), version, party, signed, Actor.of(caller)));
    }

    /** A deployment to propose; {@code service} empty: all. */
    public record WavePlan(
            @Nullable String name,
            boolean pilot,
            @Nullable String service,
            @Nullable LocalDate since,
            @Nullable LocalDate due,
            @Nullable List<UUID> schools) {}

    /** The id of what was made. */
    public record Made(UUID id) {}

    /** Proposes a deployment. */
    @POST
    @Needs(Who.DELEGATES)
    @Path("waves")
    public Made propose(@Nullable WavePlan plan, @Context Caller caller) {
        LocalDate since = plan == null ? null : plan.since();
        if (plan == null || since == null) {
            throw new BadInput("since", "Dites le premier jour (since) et les écoles (schools).");
        }
        return new Made(waves.propose(
                caller.tenantId(),
                new Waves.Plan(
                        text(plan.name()),
                        plan.pilot(),
                        text(plan.service()),
                        since,
                        plan.due(),
                        plan.schools() == null ? List.of() : plan.schools()),
                Actor.of(caller)));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Accepts a deployment for the caller's side. */
    @PUT
    @Needs(Who.DELEGATES)
    @Path("waves/{id}/acceptance")
    @Consumes(MediaType.WILDCARD)
    public void accept(@PathParam("id") UUID id, @Context Caller caller) {
        waves.accept(caller.tenantId(), id, Actor.of(caller));
    }

    /** Takes a deployment back. */
    @DELETE
    @Needs(Who.DELEGATES)
    @Path("waves/{id}")
    public void withdraw(@PathParam("id") UUID id, @Context Caller caller) {
        waves.withdraw(caller.tenantId(), id, Actor.of(caller));
    }

    /** A stop; {@code service} empty: all; {@code school} null: all; {@code from} and {@code to}: between two profiles. */
    public record StopOrder(
            @Nullable String service,
            @Nullable UUID school,
            @Nullable Profile from,
            @Nullable Profile to,
            @Nullable String reason,
            @Nullable Instant until) {}

    /** Stops at once. */
    @POST
    @Needs(Who.DELEGATES)
    @Path("stops")
    public Made stop(@Nullable StopOrder order, @Context Caller caller) {
        if (order == null) {
            throw new BadInput("reason", "Dites pourquoi (reason).");
        }
        return new Made(stops.stop(
                caller.tenantId(),
                new Stops.Order(
                        text(order.service()),
                        order.school(),
                        order.from(),
                        order.to(),
                        text(order.reason()),
                        order.until()),
                Actor.of(caller)));
    }

    /** Lifts a stop. */
    @DELETE
    @Needs(Who.DELEGATES)
    @Path("stops/{id}")
    public void lift(@PathParam("id") UUID id, @Context Caller caller) {
        stops.lift(caller.tenantId(), id, Actor.of(caller));
    }
}
