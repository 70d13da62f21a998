package fr.preau.server.plugin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this server is to run, as the database had it at one moment. Immutable. */
record Wishes(Map<String, Wish> byId) {
    /**
     * About one plugin.
     *
     * @param wanted whether it is to run: nobody stopped it, and at least one tenant uses it (or there is none yet)
     * @param removed whether it was taken out, even if a folder still has its jar
     * @param jar the checksum of the installed jar, null for the one in the folder
     * @param previous the checksum of the one before, null if there is none to go back to
     */
    record Wish(
            boolean wanted,
            boolean removed,
            @Nullable String jar,
            @Nullable String previous) {}

    private static final Wish UNTOUCHED = new Wish(true, false, null, null);

    /** About a plugin; of one that nobody ever touched: it runs, from its folder. */
    Wish of(String id) {
        return byId.getOrDefault(id, UNTOUCHED);
    }
}
