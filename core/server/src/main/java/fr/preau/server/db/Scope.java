package fr.preau.server.db;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work on the present thread: for which tenant, and the connections opened so far, one per database login that
 * was used. A connection is taken at first use and given back at the end; reads run in autocommit, each carrying the
 * tenant along (one round trip), all else in one transaction.
 *
 * <p>Bound to its thread by {@link #open}; close it there, always.
 */
public final class Scope implements AutoCloseable {
    private static final ThreadLocal<@Nullable Scope> current = new ThreadLocal<>();

    /** How the statements of a scope run. */
    public enum Mode {
        /** Each statement on its own, in one round trip. */
        READ,
        /** All in one transaction. */
        WRITE
    }

    private final @Nullable Scope outer;
    private final int tenantId;
    private final Mode mode;
    private final List<UnitOfWork> units = new ArrayList<>(2);
    private final Gathered gathered = new Gathered();
    private boolean answered;

    private Scope(@Nullable Scope outer, int tenantId, Mode mode) {
        this.outer = outer;
        this.tenantId = tenantId;
        this.mode = mode;
    }

    /**
     * Opens a scope on this thread; the one around it, if any, is set aside until this one is closed.
     *
     * @param tenantId the tenant; 0 for none: then no tenant's row is visible
     */
    public static Scope open(int tenantId, Mode mode) {
        Scope outer = current.get();
        if (outer != null && outer.mode == Mode.READ) {
            // Its reads are over and done with: holding its connections while asking for more could empty a pool for
            // good.
            outer.giveBack();
        }
        Scope scope = new Scope(outer, tenantId, mode);
        current.set(scope);
        return scope;
    }

    /** Runs something in a scope of its own, committed if it returns, rolled back if it throws. */
    public static <T extends @Nullable Object> T in(int tenantId, Mode mode, Supplier<T> work) {
        try (Scope scope = open(tenantId, mode)) {
            T result = work.get();
            scope.commit();
            return result;
        }
    }

    /** As {@link #in}, for work without a result. */
    public static void run(int tenantId, Mode mode, Runnable work) {
        try (Scope scope = open(tenantId, mode)) {
            work.run();
            scope.commit();
        }
    }

    /**
     * Does something as a part of the change of that tenant which this thread is making, or as a change of its own if it makes
     * none.
     */
    public static <T extends @Nullable Object> T within(int tenantId, Supplier<T> work) {
        return changes(tenantId) ? work.get() : in(tenantId, Mode.WRITE, work);
    }

    /**
     * The scope of this thread.
     *
     * @throws IllegalStateException outside of any: nobody may touch the database without saying for whom
     */
    static Scope current() {
        Scope scope = current.get();
        if (scope == null) {
            throw new IllegalStateException("no scope on this thread: database used outside of a request or a job");
        }
        return scope;
    }

    /** Whether this thread is within a change (a {@link Mode#WRITE} scope) of that tenant. */
    public static boolean changes(int tenantId) {
        Scope scope = current.get();
        return scope != null && scope.mode == Mode.WRITE && scope.tenantId == tenantId;
    }

    /**
     * Insists on being within a change of some tenant.
     *
     * @throws IllegalStateException if not
     */
    public static void requireChange() {
        Scope scope = current();
        if (scope.mode != Mode.WRITE || scope.tenantId == 0) {
            throw new IllegalStateException("not within a change of a tenant");
        }
    }

    UnitOfWork unit(TenantDb db) {
        for (UnitOfWork unit : units) {
            if (unit.belongsTo(db)) {
                return unit;
            }
        }
        UnitOfWork unit = new UnitOfWork(db, tenantId, mode);
        units.add(unit);
        return unit;
    }

    /**
     * Keeps something for the end of what this thread is doing: the writer gets all of its items at once, when no connection is
     * held any more, whether what was done was kept or not. In a request that is before its answer leaves, and if the writer
     * fails so does the answer. Later than that, or outside of any scope, the writer gets it now.
     *
     * @param writer always the same object; runs without any of this thread's connections
     */
    public static <T> void gather(T item, Consumer<List<T>> writer) {
        Scope root = current.get();
        while (root != null && root.outer != null) {
            root = root.outer;
        }
        if (root == null || root.answered) {
            writer.accept(List.of(item));
        } else {
            root.gathered.add(item, writer);
        }
    }

    /** Commits what was done; the connections are given back. Reading again afterwards takes new ones. */
    public void commit() {
        giveBack();
        answer();
    }

    /** Writes what was gathered. */
    private void answer() {
        if (outer == null) {
            answered = true;
            gathered.write();
        }
    }

    private void giveBack() {
        try {
            for (UnitOfWork unit : units) {
                unit.commit();
            }
        } finally {
            release();
        }
    }

    /** Commits the scope of this thread, if there is one. */
    public static void commitCurrent() {
        Scope scope = current.get();
        if (scope != null) {
            scope.commit();
        }
    }

    /**
     * Ends the scope of this thread before its request is answered, if there is one: what was done is not kept, what was gathered
     * is written.
     */
    public static void undoCurrent() {
        Scope scope = current.get();
        if (scope != null) {
            scope.release();
            scope.answer();
        }
    }

    private void release() {
        for (UnitOfWork unit : units) {
            unit.close();
        }
        units.clear();
    }

    /** Gives the connections back; what was not committed is undone. */
    @Override
    public void close() {
        try {
            release();
        } finally {
            if (outer == null) {
                current.remove();
            } else {
                current.set(outer);
            }
            answer();
        }
    }
}
