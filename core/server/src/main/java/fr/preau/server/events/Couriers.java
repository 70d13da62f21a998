package fr.preau.server.events;

import fr.preau.server.db.Announcements;
import fr.preau.server.events.DeliveryDao.Waiting;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.plugin.RunningPlugin;
import fr.preau.server.tenancy.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings events to those who listen: one courier for each plugin on this node, so that a plugin that hangs holds up itself alone.
 * Woken by the database as soon as an event is committed; looks by itself every few seconds too, for what is tried again.
 * Thread-safe.
 */
@Singleton
public final class Couriers {
    static final String CHANNEL = "preau_events";

    private static final Logger log = LoggerFactory.getLogger(Couriers.class);
    private static final int LOOK_SECONDS = 5;
    private static final int FAREWELL_SECONDS = 5;
    private static final int FIRST_PURGE_MINUTES = 10;

    private final Teller teller;
    private final PluginHost host;
    private final Announcements announcements;
    private final Tenants tenants;
    private final Map<String, Courier> couriers = new HashMap<>();
    private final AtomicBoolean asked = new AtomicBoolean();

    @Inject
    Couriers(Teller teller, PluginHost host, Announcements announcements, Tenants tenants) {
        this.tenants = tenants;
        this.teller = teller;
        this.host = host;
        this.announcements = announcements;
    }

    /** Delivers from now on, until closed. Before the announcements are listened to. */
    public AutoCloseable deliver() {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "events"));
        ExecutorService walkers = Executors.newCachedThreadPool(work -> daemon(work, "event-courier"));
        Runnable look = () -> quietly(() -> look(walkers));
        announcements.hear(CHANNEL, () -> {
            if (!clock.isShutdown() && asked.compareAndSet(false, true)) {
                clock.execute(look);
            }
        });
        clock.scheduleWithFixedDelay(
                () -> {
                    quietly(teller::renew);
                    look.run();
                },
                LOOK_SECONDS,
                LOOK_SECONDS,
                TimeUnit.SECONDS);
        clock.scheduleWithFixedDelay(
                () -> quietly(() -> tenants.list().forEach(tenant -> teller.purge(tenant.id()))),
                FIRST_PURGE_MINUTES,
                TimeUnit.DAYS.toMinutes(1),
                TimeUnit.MINUTES);
        return () -> {
            clock.shutdownNow();
            walkers.shutdownNow();
            walkers.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS);
        };
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("events are not delivered for the moment", e);
        }
    }

    /** Sends out who is needed; always on the same thread. */
    private void look(ExecutorService walkers) {
        asked.set(false);
        Map<String, RunningPlugin> listening = host.running().stream()
                .filter(plugin -> !plugin.contributions().listeners().isEmpty())
                .collect(Collectors.toMap(RunningPlugin::id, plugin -> plugin));
        couriers.values().removeIf(courier -> !courier.isFor(listening.get(courier.pluginId())));
        if (listening.isEmpty()) {
            return;
        }
        Map<String, List<Waiting>> waiting =
                teller.waiting().stream().collect(Collectors.groupingBy(Waiting::pluginId));
        waiting.forEach((id, where) -> {
            RunningPlugin plugin = listening.get(id);
            if (plugin != null) {
                couriers.computeIfAbsent(id, key -> new Courier(plugin, teller))
                        .send(
                                walkers,
                                new TreeSet<>(
                                        where.stream().map(Waiting::tenantId).toList()));
            }
        });
    }
}
