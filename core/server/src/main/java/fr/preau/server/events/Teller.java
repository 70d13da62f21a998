package fr.preau.server.events;

import fr.preau.api.event.Event;
import fr.preau.api.event.EventListener;
import fr.preau.api.event.ListensTo;
import fr.preau.server.audit.Audit;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.plugin.RunningPlugin;
import fr.preau.server.plugin.Visit;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one listener one event: takes it from the queue, visits the plugin, notes what came of it. No connection of the core's is
 * held during the visit. Thread-safe.
 */
@Singleton
final class Teller {
    private static final Logger log = LoggerFactory.getLogger(Teller.class);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration CLOSED = Duration.ofMinutes(10);
    private static final int WORDS = 500;
    /** How long to wait after each failure; after one more it is a dead letter. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(12));

    /** An attempt that is on. */
    private record Attempt(int tenantId, Delivery delivery, long since) {}

    private final DeliveryDao dao;
    private final PluginHost host;
    private final Audit audit;
    private final Set<Attempt> attempts = ConcurrentHashMap.newKeySet();

    @Inject
    Teller(Database database, PluginHost host, Audit audit) {
        this.dao = database.core().dao(DeliveryDao.class);
        this.host = host;
        this.audit = audit;
    }

    /** Where something waits, in all tenants. */
    List<DeliveryDao.Waiting> waiting() {
        return Scope.in(0, Mode.READ, dao::waiting);
    }

    /**
     * Tells the next event that waits for a plugin in a tenant.
     *
     * @return false if none does
     */
    boolean tellNext(RunningPlugin plugin, int tenantId) {
        String[] listeners = plugin.contributions().listeners().stream()
                .map(Class::getSimpleName)
                .toArray(String[]::new);
        Optional<Delivery> next = Scope.in(tenantId, Mode.WRITE, () -> dao.claim(plugin.id(), listeners));
        next.ifPresent(delivery -> {
            Attempt attempt = new Attempt(tenantId, delivery, System.nanoTime());
            attempts.add(attempt);
            try {
                tell(attempt);
            } finally {
                attempts.remove(attempt);
            }
        });
        return next.isPresent();
    }

    /** Keeps the claims of those that take long. */
    void renew() {
        for (Attempt each : attempts) {
            if (System.nanoTime() - each.since() > Duration.ofSeconds(15).toNanos()) {
                Scope.run(each.tenantId(), Mode.WRITE, () -> dao.renew(each.delivery()));
            }
        }
    }

    private void tell(Attempt attempt) {
        Delivery delivery = attempt.delivery();
        int tenantId = attempt.tenantId();
        Told event = Scope.in(tenantId, Mode.READ, () -> dao.event(delivery.eventId(), delivery.pluginId()));
        if (!event.open()) {
            postpone(tenantId, delivery, CLOSED);
            return;
        }
        String fault = null;
        Duration wait = SOON;
        Class<? extends EventListener> type = type(delivery);
        boolean tried = false;
        if (type != null) {
            Duration limit = Duration.parse(type.getAnnotation(ListensTo.class).limit());
            try (Visit visit = host.visit(delivery.pluginId(), limit.toMillis())) {
                // Replaced meanwhile: its classes are others, and the newer one may not listen any more.
                if (visit != null && visit.plugin().contributions().listeners().contains(type)) {
                    fault = visit(visit, tenantId, type, event);
                    tried = fault == null || visit.end() != Visit.End.PLUGIN_LEAVES;
                    wait = Duration.ZERO;
                    if (fault != null && visit.end() == Visit.End.TOO_LONG) {
                        fault = "n’a pas fini en " + limit.toMillis() / 1000.0 + " s";
                    }
                }
            }
        }
        // The visit's own interruption ended with it: this one means that the server stops, but what happened is noted
        // first.
        boolean stopping = Thread.interrupted();
        if (!tried || fault != null && stopping) {
            postpone(tenantId, delivery, wait);
        } else if (fault == null) {
            Scope.run(tenantId, Mode.WRITE, () -> dao.done(delivery));
        } else {
            failed(tenantId, delivery, event, fault);
        }
        if (stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Class<? extends EventListener> type(Delivery delivery) {
        return host.running().stream()
                .filter(plugin -> plugin.id().equals(delivery.pluginId()))
                .flatMap(plugin -> plugin.contributions().listeners().stream())
                .filter(type -> type.getSimpleName().equals(delivery.listener()))
                .findFirst()
                .orElse(null);
    }

    /** Null, or why it failed. */
    private static @Nullable String visit(Visit visit, int tenantId, Class<? extends EventListener> type, Told event) {
        RunningPlugin plugin = visit.plugin();
        try (Scope scope = Scope.open(tenantId, Mode.WRITE)) {
            plugin.listener(type)
                    .on(new Event(
                            event.id(),
                            event.name(),
                            event.aggregate(),
                            event.schoolId(),
                            event.publishedAt(),
                            plugin.payload(event.payload())));
            scope.commit();
            return null;
        } catch (Exception | Error e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            log.warn("plugin {}: {} failed on {} {}", plugin.id(), type.getSimpleName(), event.name(), event.id(), e);
            String said = e.toString();
            return said.substring(0, Math.min(said.length(), WORDS)).replace("\0", "");
        }
    }

    private void postpone(int tenantId, Delivery delivery, Duration wait) {
        Scope.run(tenantId, Mode.WRITE, () -> dao.postpone(delivery, wait));
    }

    private void failed(int tenantId, Delivery delivery, Told event, String fault) {
        boolean dead = delivery.failures() >= WAITS.size();
        Duration wait = dead ? Duration.ZERO : WAITS.get(delivery.failures());
        Scope.run(tenantId, Mode.WRITE, () -> {
            if (dao.failed(delivery, wait, fault, dead) > 0 && dead) {
                audit.record(tenantId, null, "Préau", "event.dead", delivery.pluginId(), event.name() + " : " + fault);
            }
        });
    }

    /** Forgets a tenant's old events. */
    void purge(int tenantId) {
        Scope.run(tenantId, Mode.WRITE, () -> {
            int untold = dao.purge();
            if (untold > 0) {
                audit.record(tenantId, null, "Préau", "event.forget", Integer.toString(untold), "");
            }
        });
    }
}
