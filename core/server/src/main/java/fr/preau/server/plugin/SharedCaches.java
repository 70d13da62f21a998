package fr.preau.server.plugin;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.Cleaner;
import java.lang.runtime.ObjectMethods;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Caches of the JDK and of shared libraries that remember a stopped plugin's classes until somebody else uses them, and so
 * would keep its loader alive. We use them. Decision record 0006. Thread-safe.
 */
final class SharedCaches {
    private static final Logger log = LoggerFactory.getLogger(SharedCaches.class);
    private static final Cleaner cleaner = Cleaner.create();

    /** Its component is a class of the host, which newer JDKs remember in another place than those of the JDK. */
    private record Last(Last before) {}

    private SharedCaches() {}

    /**
     * Lets go of a plugin that was closed: at once where a cache has one place that we can take, and where it has weak keys
     * when the collector has found what only the plugin held.
     *
     * @param held something that only the plugin holds; the collector finds it before the plugin's loader
     */
    static void forget(Object held) {
        takeRecordSlots();
        cleaner.register(held, SharedCaches::sweepConstructors);
    }

    /** The JDK keeps the component type of the last record whose equals, hashCode or toString was linked, one for each. */
    private static void takeRecordSlots() {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle before = lookup.findVirtual(Last.class, "before", MethodType.methodType(Last.class));
            take(lookup, "equals", MethodType.methodType(boolean.class, Last.class, Object.class), before);
            take(lookup, "hashCode", MethodType.methodType(int.class, Last.class), before);
            take(lookup, "toString", MethodType.methodType(String.class, Last.class), before);
        } catch (Throwable e) {
            // A loader that stays is no reason to keep a plugin from stopping.
            log.warn("a stopped plugin's classes may stay until another plugin starts", e);
        }
    }

    private static void take(MethodHandles.Lookup lookup, String method, MethodType type, MethodHandle before)
            throws Throwable {
        ObjectMethods.bootstrap(lookup, method, type, Last.class, "before", before);
    }

    /** Jdbi's weak map of constructors drops what the collector cleared at its next use only. */
    private static void sweepConstructors() {
        ConstructorMapper.of(Last.class);
    }
}
