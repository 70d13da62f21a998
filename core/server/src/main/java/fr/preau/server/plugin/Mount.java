package fr.preau.server.plugin;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One version of a plugin, as requests meet it: counts those inside, and once closed lets none enter. Thread-safe,
 * lock-free.
 */
final class Mount {
    private static final int CLOSED = Integer.MIN_VALUE;

    private final RunningPlugin plugin;
    /** Not negative: how many requests are inside. Negative: closed, and how many are left above {@link #CLOSED}. */
    private final AtomicInteger inside = new AtomicInteger();

    private final CountDownLatch drained = new CountDownLatch(1);

    Mount(RunningPlugin plugin) {
        this.plugin = plugin;
    }

    RunningPlugin plugin() {
        return plugin;
    }

    /** Enters, unless closed: then the caller looks up the table again. */
    boolean enter() {
        for (; ; ) {
            int state = inside.get();
            if (state < 0) {
                return false;
            }
            if (inside.compareAndSet(state, state + 1)) {
                return true;
            }
        }
    }

    void exit() {
        if (inside.decrementAndGet() == CLOSED) {
            drained.countDown();
        }
    }

    /**
     * Lets nobody in any more and waits for those inside.
     *
     * @return false if some were still inside after that time
     */
    boolean closeAndDrain(long milliseconds) throws InterruptedException {
        int state;
        do {
            state = inside.get();
        } while (state >= 0 && !inside.compareAndSet(state, state | CLOSED));
        if (state == 0) {
            drained.countDown();
        }
        return drained.await(milliseconds, TimeUnit.MILLISECONDS);
    }
}
