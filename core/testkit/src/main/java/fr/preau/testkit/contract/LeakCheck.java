package fr.preau.testkit.contract;

import fr.preau.server.plugin.PluginHost;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Loaded, called and unloaded twenty times, a plugin leaves no class loader behind. */
final class LeakCheck {
    private static final int TIMES = 20;
    /** A pool's helper threads live five seconds longer than their last work, and remember who called them. */
    private static final long PATIENCE_MILLISECONDS = 10_000;

    private final Subject subject;

    LeakCheck(Subject subject) {
        this.subject = subject;
    }

    void check() {
        List<Runnable> visits = visits();
        PluginHost host = subject.ent().server().get(PluginHost.class);
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            visits.forEach(Runnable::run);
            loaders.add(loader());
            host.stop(subject.id());
            if (i < TIMES - 1) {
                host.start(subject.id());
            }
        }
        long left = left(loaders);
        host.start(subject.id());
        if (left > 0) {
            // Newer JDKs may remember the very last one until something else is linked in its place.
            visits.forEach(Runnable::run);
            host.stop(subject.id());
            left = left(loaders);
            host.start(subject.id());
        }
        if (left > 0) {
            throw new AssertionError(
                    left + " of " + TIMES + " class loaders are still alive after the plugin was stopped:"
                            + " a thread, a static cache of a shared library or a listener holds its classes");
        }
    }

    /** Every page that was found, as somebody who saw it, and every route once, as somebody who may. */
    private List<Runnable> visits() {
        List<Runnable> visits = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Crawl.Seen seen : subject.crawl().seen()) {
            if (known.add(seen.path())) {
                visits.add(() -> subject.ent().as(seen.person()).get(seen.path()));
            }
        }
        try (TenantRows rows = subject.rows()) {
            Values values = rows.values(subject.ent().school().tenantId());
            for (Route route : subject.routes()) {
                subject.oneOfEach().stream()
                        .filter(person ->
                                route.holders().contains(person.profile().name()))
                        .findFirst()
                        .ifPresent(person -> Filling.of(route, values, subject.crawl(), 1)
                                .forEach(call ->
                                        visits.add(() -> call.send(subject.ent().as(person)))));
            }
        }
        return visits;
    }

    private WeakReference<ClassLoader> loader() {
        try (var entered = subject.plugin().enter()) {
            return new WeakReference<>(Thread.currentThread().getContextClassLoader());
        }
    }

    private static long left(List<WeakReference<ClassLoader>> loaders) {
        long left = loaders.size();
        long end = System.currentTimeMillis() + PATIENCE_MILLISECONDS;
        while (left > 0 && System.currentTimeMillis() < end) {
            System.gc();
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            left = loaders.stream().filter(loader -> loader.get() != null).count();
        }
        return left;
    }
}
