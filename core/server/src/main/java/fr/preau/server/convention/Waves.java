package fr.preau.server.convention;

import fr.preau.api.web.BadInput;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deployment: which schools begin when. Either side proposes, which is its own consent; the other accepts. Each call is one
 * transaction that ends with the openings written anew. Thread-safe.
 */
@Singleton
public final class Waves {
    private final DeploymentDao dao;
    private final Parties parties;
    private final OpeningBook openings;
    private final Trail trail;
    private final Bell bell;
    private final Clock clock;

    @Inject
    Waves(Database database, Parties parties, OpeningBook openings, Trail trail, Bell bell, Clock clock) {
        this.bell = bell;
        this.clock = clock;
        this.dao = database.core().dao(DeploymentDao.class);
        this.parties = parties;
        this.openings = openings;
        this.trail = trail;
    }

    /**
     * A deployment to propose.
     *
     * @param name its name
     * @param pilot whether its schools try first
     * @param pluginId the service, empty for all
     * @param since its first day
     * @param due until when the other side should accept it, null for no date
     * @param schools the schools
     */
    public record Plan(
            String name,
            boolean pilot,
            String pluginId,
            LocalDate since,
            @Nullable LocalDate due,
            Collection<UUID> schools) {}

    /** All waves, by first day. */
    public List<WaveLine> list(int tenantId) {
        return Scope.in(tenantId, Mode.READ, dao::waves);
    }

    /** The schools to choose from. */
    public List<SchoolChoice> schools(int tenantId) {
        return Scope.in(tenantId, Mode.READ, dao::schoolChoices);
    }

    /** Which services run where, now. */
    public List<OpenNow> openNow(int tenantId) {
        return Scope.in(tenantId, Mode.READ, dao::openNow);
    }

    /** Which services run where, now or later. */
    public List<Opening> openings(int tenantId) {
        return Scope.in(tenantId, Mode.READ, dao::openings);
    }

    /** Proposes a deployment: the proposer's side consents to it by that. */
    public UUID propose(int tenantId, Plan plan, Actor actor) {
        return Scope.in(tenantId, Mode.WRITE, () -> {
            Seat seat = parties.anySeat(actor);
            Parties.check(plan.name(), 120, "name", "le nom de cette étape");
            if (plan.schools().isEmpty()) {
                throw new BadInput("school", "Choisissez au moins une école.");
            }
            LocalDate due = plan.due();
            if (due != null && due.isBefore(LocalDate.now(clock))) {
                throw new BadInput("due", "La date pour accepter doit être à venir.");
            }
            UUID id = dao.addWave(
                    plan.name().strip(), plan.pilot(), plan.pluginId(), plan.since(), plan.due(), actor.name());
            if (dao.addSchools(id, plan.schools().toArray(UUID[]::new)) == 0) {
                throw new BadInput("school", "Choisissez au moins une école de cet espace.");
            }
            accept(id, seat.side(), actor);
            openings.rewrite(tenantId);
            bell.waveProposed(id, plan.name().strip(), seat.side(), due, actor);
            trail.of(actor, "convention.wave", plan.name().strip());
            return id;
        });
    }

    private void accept(UUID id, Side side, Actor actor) {
        int accepted = side == Side.EDUCATION_NATIONALE
                ? dao.acceptForEducation(id, actor.name())
                : dao.acceptForTown(id, actor.name());
        if (accepted == 0) {
            throw new NotFoundException();
        }
    }

    /** Accepts a deployment for the actor's side. */
    public void accept(int tenantId, UUID id, Actor actor) {
        Scope.run(tenantId, Mode.WRITE, () -> {
            Side side = parties.anySeat(actor).side();
            accept(id, side, actor);
            openings.rewrite(tenantId);
            String name = dao.waveName(id);
            bell.waveAccepted(id, name, side, actor);
            trail.of(actor, "convention.wave.accept", name);
        });
    }

    /** Takes a deployment back: from now on its schools have the services through other waves only. */
    public void withdraw(int tenantId, UUID id, Actor actor) {
        Scope.run(tenantId, Mode.WRITE, () -> {
            parties.anySeat(actor);
            if (dao.withdrawWave(id, actor.name()) == 0) {
                throw new NotFoundException();
            }
            openings.rewrite(tenantId);
            String name = dao.waveName(id);
            bell.waveWithdrawn(id, name, actor);
            trail.of(actor, "convention.wave.withdraw", name);
        });
    }

    /** All schools at once, with both sides' consent given outside: for the operator. */
    void everywhere(int tenantId, String education, String town) {
        Scope.run(tenantId, Mode.WRITE, () -> {
            List<UUID> schools =
                    dao.schoolChoices().stream().map(SchoolChoice::id).toList();
            if (!schools.isEmpty()) {
                UUID id = dao.addWave("Toutes les écoles", false, "", LocalDate.now(clock), null, education);
                dao.addSchools(id, schools.toArray(UUID[]::new));
                dao.acceptForEducation(id, education);
                dao.acceptForTown(id, town);
                trail.of(Actor.OPERATOR, "convention.wave.accept", "Toutes les écoles");
            }
            openings.rewrite(tenantId);
        });
    }
}
