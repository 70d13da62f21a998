package fr.preau.server.convention;

import fr.preau.api.Profile;
import fr.preau.api.web.BadInput;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Suspensions and emergency stops: by a delegate of either side, alone and at once. The side that stopped lifts. The model is
 * the suspension of messaging in all ENTs in March 2024. Each call is one transaction that ends with the openings written anew.
 * Thread-safe.
 */
@Singleton
public final class Stops {
    private final DeploymentDao dao;
    private final Parties parties;
    private final OpeningBook openings;
    private final Trail trail;
    private final Bell bell;
    private final Clock clock;

    @Inject
    Stops(Database database, Parties parties, OpeningBook openings, Trail trail, Bell bell, Clock clock) {
        this.bell = bell;
        this.dao = database.core().dao(DeploymentDao.class);
        this.parties = parties;
        this.openings = openings;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What to stop, from the least to the most: between two profiles, one service in one school, one service, all.
     *
     * @param pluginId the service, empty for all
     * @param schoolId the school, null for all
     * @param from with {@code to}: only what people of this profile show to those of the other; null otherwise
     * @param to the other profile
     * @param reason why, told to those who meet the stop
     * @param until when it ends by itself, null for an open end
     */
    public record Order(
            String pluginId,
            @Nullable UUID schoolId,
            @Nullable Profile from,
            @Nullable Profile to,
            String reason,
            @Nullable Instant until) {}

    /** The stops: those that hold first. */
    public List<StopLine> list(int tenantId) {
        return Scope.in(tenantId, Mode.READ, dao::stops);
    }

    /** Stops. */
    public UUID stop(int tenantId, Order order, Actor actor) {
        return Scope.in(tenantId, Mode.WRITE, () -> {
            Seat seat = parties.anySeat(actor);
            check(order);
            UUID school = order.schoolId();
            if (school != null
                    && dao.schools().stream().noneMatch(each -> each.id().equals(school))) {
                throw new BadInput("school", "Cette école n’est pas de cet espace.");
            }
            UUID id = dao.addStop(
                    order.pluginId(),
                    school,
                    order.from() == null ? "" : order.from().name(),
                    order.to() == null ? "" : order.to().name(),
                    seat.partyId(),
                    actor.personId(),
                    actor.name(),
                    order.reason().strip(),
                    order.until());
            openings.rewrite(tenantId);
            bell.stopped(id, title(order.pluginId()), order.reason().strip(), seat.side(), actor);
            trail.of(actor, "convention.stop", order.pluginId());
            return id;
        });
    }

    /** A service as the parties call it; empty for all. */
    private String title(String pluginId) {
        return pluginId.isEmpty() ? "" : dao.serviceTitle(pluginId).orElse(pluginId);
    }

    private void check(Order order) {
        Parties.check(order.reason(), 1000, "reason", "pourquoi vous arrêtez");
        if ((order.from() == null) != (order.to() == null)) {
            throw new BadInput("to", "Choisissez les deux profils, ou aucun.");
        }
        if (order.until() != null && !order.until().isAfter(clock.instant())) {
            throw new BadInput("until", "La fin doit être à venir.");
        }
    }

    /**
     * Lifts a stop.
     *
     * @throws ForbiddenException if the actor is not of the side that stopped
     */
    public void lift(int tenantId, UUID id, Actor actor) {
        Scope.run(tenantId, Mode.WRITE, () -> {
            StopLine stop = dao.stop(id).orElseThrow(NotFoundException::new);
            UUID person = actor.personId();
            if (person == null || parties.seatsOf(person).stream().noneMatch(seat -> seat.side() == stop.side())) {
                throw new ForbiddenException();
            }
            if (dao.lift(id, actor.name()) == 0) {
                throw new BadInput("", "Cet arrêt est déjà levé.");
            }
            openings.rewrite(tenantId);
            bell.lifted(id, title(stop.pluginId()), stop.side(), actor);
            trail.of(actor, "convention.lift", stop.pluginId());
        });
    }
}
