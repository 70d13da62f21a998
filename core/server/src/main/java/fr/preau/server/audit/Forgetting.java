package fr.preau.server.audit;

import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets old lines of the journals once a day, on one node at a time. Thread-safe. */
@Singleton
public final class Forgetting {
    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

    private final AuditDao dao;
    private final Audit audit;

    @Inject
    Forgetting(Database database, Audit audit) {
        this.dao = database.core().dao(AuditDao.class);
        this.audit = audit;
    }

    /** Does so from now on, until closed. */
    public AutoCloseable daily() {
        return every(Duration.ofMinutes(10), Duration.ofDays(1));
    }

    AutoCloseable every(Duration first, Duration pause) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "audit-forgetting");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::everywhere, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return () -> {
            timer.shutdownNow();
            timer.awaitTermination(5, TimeUnit.SECONDS);
        };
    }

    private void everywhere() {
        try {
            List<Integer> tenants = Scope.in(0, Mode.READ, dao::tenants);
            tenants.forEach(this::quietly);
        } catch (RuntimeException e) {
            log.error("the journals' old lines are still there", e);
        }
    }

    private void quietly(int tenantId) {
        try {
            in(tenantId);
        } catch (RuntimeException e) {
            log.error("the old lines of the journal of tenant {} are still there", tenantId, e);
        }
    }

    /**
     * Forgets a tenant's old lines now.
     *
     * @return how many; 0 too if another node is at it
     */
    public int in(int tenantId) {
        return Scope.in(tenantId, Mode.WRITE, () -> {
            int gone = dao.lock(tenantId) ? dao.forget(tenantId) : 0;
            if (gone > 0) {
                audit.record(tenantId, null, "Préau", "audit.forget", Integer.toString(gone), "");
            }
            return gone;
        });
    }
}
