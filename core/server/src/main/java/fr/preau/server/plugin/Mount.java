package fr.preau.server.plugin;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One version of a plugin, as requests meet it: counts those inside, lets no more in than its share, and once closed lets none
 * enter. Thread-safe, lock-free.
 */
final class Mount {
    /** How many may be inside at once: a plugin that hangs takes no more than this of the server's threads. */
    static final int CROWD = 24;

    private static final int CLOSED = Integer.MIN_VALUE;

    private final RunningPlugin plugin;
    /** Not negative: how many requests are inside. Negative: closed, and how many are left above {@link #CLOSED}. */
    private final AtomicInteger count = new AtomicInteger();

    private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
    private final CountDownLatch drained = new CountDownLatch(1);

    Mount(RunningPlugin plugin) {
        this.plugin = plugin;
    }

    RunningPlugin plugin() {
        return plugin;
    }

    /** What came of an attempt to enter. */
    enum Entry {
        INSIDE,
        /** The caller looks up the table again. */
        CLOSED,
        FULL
    }

    Entry enter() {
        for (; ; ) {
            int state = count.get();
            if (state < 0) {
                return Entry.CLOSED;
            }
            if (state >= CROWD) {
                return Entry.FULL;
            }
            if (count.compareAndSet(state, state + 1)) {
                return Entry.INSIDE;
            }
        }
    }

    void note(Visit visit) {
        visits.add(visit);
    }

    void exit(@Nullable Visit visit) {
        if (visit != null) {
            visits.remove(visit);
        }
        if (count.decrementAndGet() == CLOSED) {
            drained.countDown();
        }
    }

    /** Who is inside at this moment. */
    Set<Visit> visits() {
        return visits;
    }

    /**
     * Lets nobody in any more and waits for those inside.
     *
     * @return false if some were still inside after that time
     */
    boolean closeAndDrain(long milliseconds) throws InterruptedException {
        int state;
        do {
            state = count.get();
        } while (state >= 0 && !count.compareAndSet(state, state | CLOSED));
        if (state == 0) {
            drained.countDown();
        }
        return drained.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** Waits a little longer, for those who were told to leave. */
    boolean awaitDrained(long milliseconds) throws InterruptedException {
        return drained.await(milliseconds, TimeUnit.MILLISECONDS);
    }
}
