package fr.preau.server.plugin;

/**
 * Inside a running plugin: until this is closed the plugin keeps its connections and classes, and libraries that ask the
 * thread for a class loader get the plugin's. Close it on the thread that opened it.
 */
public final class Visit implements AutoCloseable {
    /** Why a visit was asked to end. */
    public enum End {
        /** Nobody asked. */
        NONE,
        /** It took longer than it may. */
        TOO_LONG,
        /** The plugin was stopped or replaced, and the time to finish was over. */
        PLUGIN_LEAVES
    }

    private final Mount mount;
    private final RunningPlugin.Entered entered;
    private final long limit;
    private final Thread thread = Thread.currentThread();
    private final long since = System.nanoTime();
    private End end = End.NONE;
    private boolean over;

    /**
     * The mount was entered.
     *
     * @param limit how long it may last, in milliseconds
     */
    Visit(Mount mount, long limit) {
        this.mount = mount;
        this.limit = limit;
        this.entered = mount.plugin().enter();
        mount.note(this);
    }

    /** The plugin. */
    public RunningPlugin plugin() {
        return mount.plugin();
    }

    /** Whether, and why, it was asked to end; what it was doing then has failed, or will. */
    public synchronized End end() {
        return end;
    }

    /** How long it has lasted. */
    long milliseconds() {
        return (System.nanoTime() - since) / 1_000_000;
    }

    /** By how many milliseconds it has outlasted its limit; negative: not yet. */
    long overdue() {
        return milliseconds() - limit;
    }

    /** Asks it to end: interrupts its thread, once. */
    synchronized void end(End reason) {
        if (!over && end == End.NONE) {
            end = reason;
            thread.interrupt();
        }
    }

    /** Where its thread is, to tell what hangs. */
    StackTraceElement[] stack() {
        return thread.getStackTrace();
    }

    @Override
    public void close() {
        synchronized (this) {
            over = true;
            if (end != End.NONE) {
                // Meant for the visit: the thread goes on to other work.
                Thread.interrupted();
            }
        }
        entered.close();
        mount.exit(this);
    }
}
