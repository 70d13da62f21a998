package fr.preau.server.events;

import fr.preau.server.plugin.RunningPlugin;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one running version of a plugin its events, one after the other, tenants taking turns. On one thread at most; another
 * version has another courier, so that nobody waits for the thread of one that left. Thread-safe.
 */
final class Courier {
    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    private final RunningPlugin plugin;
    private final Teller teller;
    private final Deque<Integer> tenants = new ArrayDeque<>();
    private boolean out;

    Courier(RunningPlugin plugin, Teller teller) {
        this.plugin = plugin;
        this.teller = teller;
    }

    String pluginId() {
        return plugin.id();
    }

    boolean isFor(@Nullable RunningPlugin other) {
        return plugin.equals(other);
    }

    /** Has it look in these tenants. */
    synchronized void send(Executor walkers, Set<Integer> where) {
        where.stream().filter(tenant -> !tenants.contains(tenant)).forEach(tenants::add);
        if (!out && !tenants.isEmpty()) {
            out = true;
            walkers.execute(this::walk);
        }
    }

    private synchronized @Nullable Integer next() {
        Integer tenant = Thread.currentThread().isInterrupted() ? null : tenants.poll();
        out = tenant != null;
        return tenant;
    }

    private void walk() {
        for (Integer tenant = next(); tenant != null; tenant = next()) {
            try {
                if (teller.tellNext(plugin, tenant)) {
                    again(tenant);
                }
            } catch (RuntimeException | Error e) {
                // Looked at again soon.
                log.error("plugin {}: an event of tenant {} was not delivered", plugin.id(), tenant, e);
            }
        }
    }

    private synchronized void again(int tenant) {
        if (!tenants.contains(tenant)) {
            tenants.add(tenant);
        }
    }
}
