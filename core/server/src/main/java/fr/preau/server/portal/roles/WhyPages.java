package fr.preau.server.portal.roles;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import fr.preau.api.access.Place;
import fr.preau.api.web.Page;
import fr.preau.server.access.Decision;
import fr.preau.server.access.Explanations;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.access.RightId;
import fr.preau.server.access.Standing;
import fr.preau.server.access.Standings;
import fr.preau.server.access.TenantFacts.Right;
import fr.preau.server.access.Told;
import fr.preau.server.access.WhatIf;
import fr.preau.server.db.Database;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** “Pourquoi ?”: may this person do this here and then, and why. Administrators ask about everybody, heads about their schools. */
@Singleton
@Path("console/pourquoi")
@Needs(Who.HEADS)
public final class WhyPages implements CoreResource {
    private final Standings standings;
    private final Explanations explanations;
    private final RolePeopleDao people;
    private final WhyDao reach;
    private final Layout layout;
    private final Clock clock;

    @Inject
    WhyPages(Database database, Standings standings, Explanations explanations, Layout layout, Clock clock) {
        this.people = database.core().dao(RolePeopleDao.class);
        this.reach = database.core().dao(WhyDao.class);
        this.standings = standings;
        this.explanations = explanations;
        this.layout = layout;
        this.clock = clock;
    }

    /**
     * A line of the table of all that a person may do.
     *
     * @param right the right
     * @param allowed whether the person holds it somewhere now
     */
    public record Line(Right right, boolean allowed) {}

    /** The question and its answer; without a right, all that the person may do. */
    @GET
    public Page why(
            @QueryParam("personne") @DefaultValue("") String personId,
            @QueryParam("droit") @DefaultValue("") String rightId,
            @QueryParam("lieu") @DefaultValue("") String placeId,
            @QueryParam("moment") @DefaultValue("") String moment,
            @QueryParam("si") @DefaultValue("") String imagined,
            @Context Caller caller) {
        UUID id = uuid(personId).orElseThrow(NotFoundException::new);
        Standing standing = standing(caller, id);
        Instant at = moment(moment).orElse(clock.instant());
        Right right = right(standing, rightId);
        Place place = place(standing, placeId);
        if (place.kind() == Place.Kind.RESOURCE) {
            standing = standings.towards(caller.tenantId(), id, place.id()).orElseThrow(NotFoundException::new);
        }
        Told told = null;
        Told ifTold = null;
        if (right != null) {
            Decision decision = standing.decide(right.id(), place, at);
            String name = standing.person().name();
            told = explanations.about(decision, standing.world(), name);
            Standing other = WhatIf.imagine(standing, imagined, right.id(), place, at);
            ifTold =
                    other == null ? null : explanations.about(other.decide(right.id(), place, at), other.world(), name);
        }
        return Page.of(layout.coreUi().t("why.title", standing.person().name()), "roles/why.jte")
                .with("standing", standing)
                .with("right", right)
                .with("place", placeId)
                .with("moment", moment)
                .with("imagined", imagined)
                .with("told", told)
                .with("ifTold", ifTold)
                .with("groups", RightGroups.of(standing.world()))
                .with("lines", lines(standing, at));
    }

    private static List<Line> lines(Standing standing, Instant at) {
        return standing.world().facts().rights().stream()
                .map(right -> new Line(right, standing.may(right.id(), Place.anywhere(), at)))
                .toList();
    }

    /** Whom the caller may ask about. */
    private Standing standing(Caller caller, UUID person) {
        boolean reached =
                caller.administrator() || (caller.is(Profile.HEAD) && reach.inSchoolsOf(caller.personId(), person));
        if (!reached) {
            throw people.person(person).isPresent() ? new ForbiddenException() : new NotFoundException();
        }
        return standings.of(caller.tenantId(), person).orElseThrow(NotFoundException::new);
    }

    private static @Nullable Right right(Standing standing, String text) {
        try {
            return text.isEmpty() ? null : standing.world().right(RightId.parse(text));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Place place(Standing standing, String text) {
        UUID id = uuid(text).orElse(null);
        return id == null ? Place.anywhere() : standing.world().placeOf(id);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> moment(String text) {
        try {
            return text.isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(text.strip())
                            .atZone(Database.ZONE)
                            .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
