package fr.preau.server.plugin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a plugin stands, for the console and the command line.
 *
 * @param id its id
 * @param version its version, empty if its jar could not be read
 * @param state whether it serves
 * @param faults why it failed, one a line; of one that runs, why a newer version could not take its place; empty otherwise
 * @param running the plugin, null unless it runs
 */
public record PluginStatus(
        String id,
        String version,
        State state,
        List<String> faults,
        @Nullable RunningPlugin running) {
    /** Whether a plugin serves. */
    public enum State {
        /** It serves. */
        RUNNING,
        /** Nobody wants it now. */
        STOPPED,
        /** It is wanted and could not start. */
        FAILED
    }
}
