package fr.preau.server.plugin;

import fr.preau.server.plugin.Visit.End;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after those inside plugins: who takes too long is asked to end, and a plugin in which several do not even end then is
 * put aside, so that the others go on. Thread-safe.
 *
 * <p>Java can't end a thread by force: one that computes for ever goes on doing so until the server restarts. What it can't do
 * any more is to be joined by others.
 */
final class Watch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Watch.class);
    /** How long a visit may then take to end. */
    static final long GRACE = 5_000;
    /** How many that don't end put the plugin aside. */
    static final int STUCK = 3;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "plugin-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Mount, Boolean> told = new WeakHashMap<>();

    /**
     * Starts watching.
     *
     * @param mounts what serves now
     * @param aside called once with a mount to put aside, and why in French
     */
    Watch(Supplier<Collection<Mount>> mounts, BiConsumer<Mount, List<String>> aside) {
        clock.scheduleWithFixedDelay(
                () -> {
                    try {
                        mounts.get().forEach(mount -> look(mount, aside));
                    } catch (RuntimeException e) {
                        log.error("could not look after the plugins", e);
                    }
                },
                1,
                1,
                TimeUnit.SECONDS);
    }

    private void look(Mount mount, BiConsumer<Mount, List<String>> aside) {
        List<Visit> stuck =
                mount.visits().stream().filter(visit -> visit.overdue() > 0).toList();
        for (Visit visit : stuck) {
            if (visit.end() == End.NONE) {
                log.warn(
                        "plugin {}: ended after {} ms, at\n    {}",
                        mount.plugin().id(),
                        visit.milliseconds(),
                        where(visit));
                visit.end(End.TOO_LONG);
            }
        }
        long hopeless = stuck.stream().filter(visit -> visit.overdue() > GRACE).count();
        if (hopeless >= STUCK && told.put(mount, true) == null) {
            aside.accept(
                    mount,
                    List.of(
                            "mis à l’écart : " + hopeless
                                    + " demandes n’ont pas fini dans le temps permis, et n’ont pas pu être arrêtées",
                            "l’une d’elles en était à : " + inside(stuck.get(0))));
        }
    }

    /** The first line of the plugin's own. */
    private static String inside(Visit visit) {
        return Arrays.stream(visit.stack())
                .filter(frame -> frame.getModuleName() == null)
                .map(StackTraceElement::toString)
                .findFirst()
                .orElse("?");
    }

    private static String where(Visit visit) {
        return Arrays.stream(visit.stack())
                .limit(8)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n    "));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
