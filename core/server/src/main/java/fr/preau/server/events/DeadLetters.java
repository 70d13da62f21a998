package fr.preau.server.events;

import fr.preau.api.Caller;
import fr.preau.server.audit.Audit;
import fr.preau.server.db.Announcements;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What could not be told, for an administrator to decide. Each decision is in the journal. Thread-safe. */
@Singleton
public final class DeadLetters {
    private final DeliveryDao dao;
    private final Audit audit;
    private final Announcements announcements;

    @Inject
    DeadLetters(Database database, Audit audit, Announcements announcements) {
        this.dao = database.core().dao(DeliveryDao.class);
        this.audit = audit;
        this.announcements = announcements;
    }

    /** Those of a tenant, the oldest first. */
    public List<DeadLetter> list(int tenantId, int limit) {
        return Scope.in(tenantId, Mode.READ, () -> dao.dead(limit));
    }

    /** How many a tenant has. */
    public int count(int tenantId) {
        return Scope.in(tenantId, Mode.READ, dao::countDead);
    }

    /** Tries one again; false if it is none any more. */
    public boolean replay(Caller caller, UUID eventId, String pluginId, String listener) {
        return Scope.in(caller.tenantId(), Mode.WRITE, () -> {
            Optional<String> event = dao.replay(eventId, pluginId, listener);
            event.ifPresent(name -> {
                announcements.tell(Couriers.CHANNEL);
                audit.record(caller, "event.replay", pluginId, name);
            });
            return event.isPresent();
        });
    }

    /** Gives one up, so that those behind it go on; false if it is none any more. */
    public boolean drop(Caller caller, UUID eventId, String pluginId, String listener) {
        return Scope.in(caller.tenantId(), Mode.WRITE, () -> {
            Optional<String> event = dao.drop(eventId, pluginId, listener);
            event.ifPresent(name -> {
                announcements.tell(Couriers.CHANNEL);
                audit.record(caller, "event.drop", pluginId, name);
            });
            return event.isPresent();
        });
    }
}
