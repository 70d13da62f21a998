package fr.preau.server.charter;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import fr.preau.server.audit.Audit;
import fr.preau.server.charter.Standing.Step;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who accepted which charter. Reads run in the thread's scope; accepting is one transaction. Thread-safe. */
@Singleton
public final class Acceptances {
    private final AcceptanceDao dao;
    private final Audit audit;

    @Inject
    Acceptances(Database database, Audit audit) {
        this.audit = audit;
        this.dao = database.core().dao(AcceptanceDao.class);
    }

    /** How accepting ended. */
    public enum Outcome {
        /** It is accepted; all that was asked for, or nothing. */
        DONE,
        /** Another charter is in force by now: nothing was kept. */
        STALE,
        /** A pupil under the age, for whom no guardian has accepted. */
        GUARDIAN_FIRST,
        /** Not a child for whom the caller may accept. */
        NOT_THEIRS
    }

    /** How somebody stands. */
    public Standing standing(UUID person) {
        return dao.standing(person).orElseThrow();
    }

    /** The pupils under the age for whom a guardian may accept, eldest first; none for anybody else. */
    public List<Child> children(Caller guardian) {
        return guardian.profile() == Profile.GUARDIAN ? dao.children(guardian.personId()) : List.of();
    }

    /** The first names of those who may accept for a pupil. */
    public List<String> guardians(UUID pupil) {
        return dao.guardians(pupil);
    }

    /**
     * Accepts for the caller and for children of theirs, all or nothing.
     *
     * @param own what the caller had before their eyes; null to accept for the children alone
     * @param children which child's charter they saw; empty to accept for themselves alone
     */
    public Outcome accept(Caller caller, @Nullable Seen own, Map<UUID, Seen> children) {
        return Scope.in(caller.tenantId(), Mode.WRITE, () -> {
            Standing standing = own == null ? null : standing(caller.personId());
            Outcome outcome = standing == null || own == null ? Outcome.DONE : check(standing, own);
            List<Child> accepted = new ArrayList<>();
            if (outcome == Outcome.DONE && !children.isEmpty()) {
                outcome = check(children(caller), children, accepted);
            }
            if (outcome == Outcome.DONE) {
                if (standing != null) {
                    dao.accept(caller.personId(), standing.audience(), standing.version());
                }
                write(caller.personId(), accepted);
            }
            return outcome;
        });
    }

    /**
     * Writes down what was accepted on paper, in the present change; what was accepted already stays as it was.
     *
     * @param own who accepted for themselves
     * @param forPupils by pupil under the age, the guardian who accepted for them; that they may is for the caller to see to
     * @param about the class or person, for the journal
     * @param names who signed, for the journal
     * @return how many acceptances were new
     */
    public int recordPaper(Caller caller, Set<UUID> own, Map<UUID, UUID> forPupils, String about, String names) {
        Scope.requireChange();
        int written = own.isEmpty()
                ? 0
                : dao.acceptOnPaper(own.toArray(UUID[]::new), caller.personId(), caller.displayName());
        if (!forPupils.isEmpty()) {
            List<Map.Entry<UUID, UUID>> pairs = List.copyOf(forPupils.entrySet());
            written += dao.acceptOnPaperFor(
                    pairs.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
                    pairs.stream().map(Map.Entry::getValue).toArray(UUID[]::new),
                    caller.personId(),
                    caller.displayName());
        }
        if (written > 0) {
            audit.record(caller, "charter.paper", about, names);
        }
        return written;
    }

    private static Outcome check(Standing standing, Seen seen) {
        if (!seen.is(standing.audience(), standing.version())) {
            return Outcome.STALE;
        }
        return standing.step() == Step.GUARDIAN ? Outcome.GUARDIAN_FIRST : Outcome.DONE;
    }

    private static Outcome check(List<Child> own, Map<UUID, Seen> seen, List<Child> accepted) {
        Map<UUID, Child> byId = own.stream().collect(Collectors.toMap(Child::personId, Function.identity()));
        for (Map.Entry<UUID, Seen> each : seen.entrySet()) {
            Child child = byId.get(each.getKey());
            if (child == null) {
                return Outcome.NOT_THEIRS;
            }
            if (!each.getValue().is(child.audience(), child.version())) {
                return Outcome.STALE;
            }
            accepted.add(child);
        }
        return Outcome.DONE;
    }

    private void write(UUID guardian, List<Child> children) {
        if (!children.isEmpty()) {
            dao.acceptFor(
                    guardian,
                    children.stream().map(Child::personId).toArray(UUID[]::new),
                    children.stream().map(child -> child.audience().name()).toArray(String[]::new),
                    children.stream().map(Child::version).toArray(Integer[]::new));
        }
    }
}
