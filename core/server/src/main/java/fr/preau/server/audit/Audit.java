package fr.preau.server.audit;

import fr.preau.api.Caller;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the journal. In a change of the tenant (a {@link Mode#WRITE} scope) a line is part of that change: both are kept, or
 * neither; elsewhere it is a transaction of its own. Lines of one tenant are written one after another, and the next waits
 * until the change before is committed: record late in a long one. Never record a password or a code. Thread-safe.
 */
@Singleton
public final class Audit {
    /** Who types commands. */
    public static final String OPERATOR = "l’exploitant du serveur";

    private final AuditDao dao;

    @Inject
    Audit(Database database) {
        this.dao = database.core().dao(AuditDao.class);
    }

    /**
     * Adds a line.
     *
     * @param actorId who, null for the operator or the ENT itself
     * @param actorName their name
     * @param action a stable id with a text {@code audit.action.<id>}
     * @param subject the name of what it was done to, may be empty
     * @param details what else there is to know, may be empty
     */
    public void record(
            int tenantId, @Nullable UUID actorId, String actorName, String action, String subject, String details) {
        Scope.within(tenantId, () -> {
            dao.add(actorId, actorName, action, subject, details);
            return actorId;
        });
    }

    /** Adds a line about what a caller did. */
    public void record(Caller caller, String action, String subject, String details) {
        record(caller.tenantId(), caller.personId(), caller.displayName(), action, subject, details);
    }

    /**
     * Adds a line to the change that is being made, whose tenant is known.
     *
     * @throws IllegalStateException outside of a change
     */
    public void recordHere(@Nullable UUID actorId, String actorName, String action, String subject, String details) {
        Scope.requireChange();
        dao.add(actorId, actorName, action, subject, details);
    }

    /** Adds a line of which the person is who did it, or who was meant to have; theirs is the name. */
    public void recordSelf(int tenantId, UUID personId, String action, String details) {
        Scope.within(tenantId, () -> {
            dao.add(personId, dao.name(personId).orElse(""), action, "", details);
            return personId;
        });
    }

    /**
     * Adds a line about what a caller did to somebody.
     *
     * @throws IllegalArgumentException if the caller's ENT knows no such person
     */
    public void recordAbout(Caller caller, String action, UUID personId, String details) {
        if (!recordAbout(caller.tenantId(), caller.personId(), caller.displayName(), action, personId, details)) {
            throw new IllegalArgumentException("nobody of this tenant has the id " + personId);
        }
    }

    /** Adds a line about what was done to somebody; false, and no line, if the tenant knows no such person. */
    public boolean recordAbout(
            int tenantId, @Nullable UUID actorId, String actorName, String action, UUID personId, String details) {
        return Scope.within(tenantId, () -> dao.addAbout(actorId, actorName, action, personId, details) > 0);
    }
}
