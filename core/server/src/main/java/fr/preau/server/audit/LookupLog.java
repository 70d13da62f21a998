package fr.preau.server.audit;

import fr.preau.api.Caller;
import fr.preau.api.access.SensitiveLookups;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Look-ups of sensitive data, in the journal at once: what was seen stays seen, whatever becomes of the request. Within a
 * change that has the core's connection already, it is part of that: waiting for oneself would be for ever. Thread-safe.
 */
@Singleton
public final class LookupLog implements SensitiveLookups {
    private final Database database;
    private final AuditDao dao;

    @Inject
    LookupLog(Database database) {
        this.database = database;
        this.dao = database.core().dao(AuditDao.class);
    }

    @Override
    public void record(Caller caller, UUID personId, String what) {
        if (Scope.changes(caller.tenantId(), database.core())) {
            add(caller, personId, what);
        } else {
            Scope.run(caller.tenantId(), Mode.WRITE, () -> add(caller, personId, what));
        }
    }

    private void add(Caller caller, UUID personId, String what) {
        if (dao.addAbout(caller.personId(), caller.displayName(), "person.look", personId, what) == 0) {
            throw new IllegalArgumentException("nobody of this tenant has the id " + personId);
        }
    }
}
