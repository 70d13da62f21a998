package fr.preau.server.portal.roles;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import fr.preau.api.Reach;
import fr.preau.api.access.Place;
import fr.preau.api.web.BadInput;
import fr.preau.server.access.ChangeLine;
import fr.preau.server.access.Decision;
import fr.preau.server.access.Explanations;
import fr.preau.server.access.GrantLine;
import fr.preau.server.access.Grants;
import fr.preau.server.access.Holders;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.access.PersonFacts.Slot;
import fr.preau.server.access.Preview;
import fr.preau.server.access.RightId;
import fr.preau.server.access.RoleLine;
import fr.preau.server.access.Standing;
import fr.preau.server.access.Standings;
import fr.preau.server.access.TenantFacts;
import fr.preau.server.access.Told;
import fr.preau.server.access.Wanted;
import fr.preau.server.access.WhatIf;
import fr.preau.server.access.World;
import fr.preau.server.db.Database;
import fr.preau.server.http.CoreResource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decisions, roles and grants for programs. Thread-safe. */
@Singleton
@Path("api/core")
@Needs(Who.SIGNED_IN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AccessApi implements CoreResource {
    private final Standings standings;
    private final Explanations explanations;
    private final Grants grants;
    private final RolesDesk desk;
    private final HolderDesk holders;
    private final Preview preview;
    private final WhyDao reach;
    private final Clock clock;

    @Inject
    AccessApi(
            Database database,
            Standings standings,
            Explanations explanations,
            Grants grants,
            RolesDesk desk,
            HolderDesk holders,
            Preview preview,
            Clock clock) {
        this.reach = database.core().dao(WhyDao.class);
        this.standings = standings;
        this.explanations = explanations;
        this.grants = grants;
        this.desk = desk;
        this.holders = holders;
        this.preview = preview;
        this.clock = clock;
    }

    /**
     * A decision: {@code sentence} says it whole; {@code required} and {@code ways} are the facts it rests on or, refused, those
     * that are near.
     */
    public record Answer(
            boolean allowed, String sentence, List<Told.Sentence> required, List<List<Told.Sentence>> ways) {}

    /**
     * Decides and explains. About oneself everybody, about others administrators and heads of their school.
     *
     * @param person whom it is about; the caller if missing
     * @param right {@code cantine.publish}
     * @param place the id of a school, a class, a group or a shared thing; anywhere if missing
     * @param at the moment, ISO 8601; now if missing
     * @param whatIf imagine first: {@code role}, {@code open}, {@code closed}, {@code suspended}
     */
    @GET
    @Path("decisions")
    public Answer decide(
            @QueryParam("person") @Nullable UUID person,
            @QueryParam("right") @DefaultValue("") String right,
            @QueryParam("place") @Nullable UUID place,
            @QueryParam("at") @DefaultValue("") String at,
            @QueryParam("whatIf") @DefaultValue("") String whatIf,
            @Context Caller caller) {
        UUID who = person == null ? caller.personId() : person;
        Standing standing = standing(caller, who, place);
        RightId id = right(right);
        if (standing.world().right(id) == null) {
            throw new BadInput("right", "« " + right + " » n’est pas un droit de cet espace.");
        }
        Place where = place == null ? Place.anywhere() : standing.world().placeOf(place);
        Instant moment = moment(at);
        if (!whatIf.isEmpty()) {
            Standing imagined = WhatIf.imagine(standing, whatIf, id, where, moment);
            if (imagined == null) {
                throw new BadInput("whatIf", "Attendu : role, open, closed ou suspended.");
            }
            standing = imagined;
        }
        Decision decision = standing.decide(id, where, moment);
        Told told =
                explanations.about(decision, standing.world(), standing.person().name());
        return new Answer(told.allowed(), told.sentence(), told.required(), told.ways());
    }

    private Standing standing(Caller caller, UUID person, @Nullable UUID place) {
        boolean asks = person.equals(caller.personId())
                || caller.administrator()
                || (caller.is(Profile.HEAD) && reach.inSchoolsOf(caller.personId(), person));
        if (!asks) {
            throw standings.of(caller.tenantId(), person).isPresent()
                    ? new ForbiddenException()
                    : new NotFoundException();
        }
        Standing standing = standings.of(caller.tenantId(), person).orElseThrow(NotFoundException::new);
        if (place == null || standing.world().placeOf(place).kind() != Place.Kind.RESOURCE) {
            return standing;
        }
        return standings.towards(caller.tenantId(), person, place).orElseThrow(NotFoundException::new);
    }

    private static RightId right(String text) {
        try {
            return RightId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput("right", "Un droit s’écrit service.droit : cantine.publish.");
        }
    }

    private Instant moment(String text) {
        try {
            return text.isEmpty() ? clock.instant() : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadInput("at", "Un moment s’écrit 2026-12-01T15:00:00Z.");
        }
    }

    /**
     * Who holds a right in a place now, fifty at a time by name. For administrators, and heads in their schools.
     *
     * @param right {@code cantine.publish}
     * @param place the id of a class, a school or a shared thing; the whole ENT if missing
     * @param name a part of a name
     * @param page from 1
     */
    @GET
    @Path("holders")
    @Needs(Who.HEADS)
    public Holders.Found holders(
            @QueryParam("right") @DefaultValue("") String right,
            @QueryParam("place") @Nullable UUID place,
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("page") @DefaultValue("1") int page,
            @Context Caller caller) {
        World world = holders.world(caller);
        TenantFacts.Right known = holders.right(world, right);
        if (known == null) {
            throw new BadInput("right", "« " + right + " » n’est pas un droit d’un service de cet espace.");
        }
        Place where = place == null ? Place.anywhere() : world.placeOf(place);
        if (place == null && known.reach() != Reach.TENANT) {
            throw new BadInput("place", "Dites où : l’id d’une école, d’une classe ou d’une chose partagée.");
        }
        return holders.find(caller, world, known.id(), where, name.strip(), page);
    }

    /** The roles. */
    @GET
    @Path("roles")
    public List<RoleLine> roles(@Context Caller caller) {
        desk.giver(caller);
        return grants.roles(caller.tenantId());
    }

    /** What a role is to contain; a missing name or description stays. */
    public record RoleChange(
            @Nullable String name,
            @Nullable String description,
            @Nullable List<String> rights) {}

    /** Changes a role. */
    @PUT
    @Path("roles/{id}")
    public void change(@PathParam("id") UUID id, @Nullable RoleChange change, @Context Caller caller) {
        desk.administrator(caller);
        RoleLine role = grants.role(caller.tenantId(), id).orElseThrow(NotFoundException::new);
        grants.changeRole(
                caller,
                id,
                change == null || change.name() == null ? role.name() : change.name(),
                change == null || change.description() == null ? role.description() : change.description(),
                rights(change));
    }

    /** Who would gain and lose by that change, which is not made. */
    @POST
    @Path("roles/{id}/preview")
    public Preview.Effect preview(@PathParam("id") UUID id, @Nullable RoleChange change, @Context Caller caller) {
        desk.administrator(caller);
        RoleLine role = grants.role(caller.tenantId(), id).orElseThrow(NotFoundException::new);
        return preview.ofRole(caller.tenantId(), role.id(), rights(change));
    }

    private static List<String> rights(@Nullable RoleChange change) {
        if (change == null || change.rights() == null) {
            throw new BadInput("rights", "Dites les droits du rôle (rights) : [\"cantine.publish\"].");
        }
        return change.rights();
    }

    /** Who has a role. */
    @GET
    @Path("roles/{id}/grants")
    public List<GrantLine> grantsOf(@PathParam("id") UUID id, @Context Caller caller) {
        desk.giver(caller);
        return grants.ofRole(caller.tenantId(), id);
    }

    /** A role to give; {@code until}: the first day on which it no longer holds. */
    public record Gift(
            @Nullable UUID role,
            @Nullable String subject,
            @Nullable String scope,
            @Nullable UUID place,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable List<Slot> slots,
            @Nullable String reason) {}

    /** The id of what was made. */
    public record Given(UUID id) {}

    /** Gives a role. */
    @POST
    @Path("grants")
    public Given give(@Nullable Gift gift, @Context Caller caller) {
        Standing giver = desk.giver(caller);
        UUID role = gift == null ? null : gift.role();
        String subject = gift == null ? null : gift.subject();
        String scope = gift == null ? null : gift.scope();
        if (gift == null || role == null || subject == null || scope == null) {
            throw new BadInput("role", "Dites le rôle (role), à qui (subject) et où (scope, place).");
        }
        if (!Subjects.known(subject, giver.world()) && !subject.startsWith("PERSON:")) {
            throw new BadInput("subject", "Attendu : PERSON:… ou un groupe.");
        }
        return new Given(grants.give(
                caller,
                new Wanted(
                        role,
                        subject,
                        scope,
                        gift.place(),
                        gift.since() == null ? LocalDate.now(clock) : gift.since(),
                        gift.until(),
                        gift.slots() == null ? List.of() : gift.slots(),
                        gift.reason() == null ? "" : gift.reason())));
    }

    /** Takes a role back. */
    @DELETE
    @Path("grants/{id}")
    public void revoke(@PathParam("id") UUID id, @Context Caller caller) {
        desk.giver(caller);
        grants.revoke(caller, id);
    }

    /** The latest changes of rights. */
    @GET
    @Path("changes")
    public List<ChangeLine> changes(@Context Caller caller) {
        desk.giver(caller);
        return grants.changes(caller.tenantId());
    }

    /** Undoes one. */
    @POST
    @Path("changes/{id}/undo")
    @Consumes(MediaType.WILDCARD)
    public void undo(@PathParam("id") UUID id, @Context Caller caller) {
        desk.giver(caller);
        grants.undo(caller, id);
    }
}
