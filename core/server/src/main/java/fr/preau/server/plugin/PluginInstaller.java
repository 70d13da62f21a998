package fr.preau.server.plugin;

import fr.preau.api.Caller;
import java.nio.file.Path;

/** Puts a plugin in place, or a new version in the place of the one that runs. Thread-safe. */
public interface PluginInstaller {
    /**
     * Installs a jar that was judged before.
     *
     * @param jar the file; may be gone after the call
     * @param by who wants it
     * @throws PluginFailure if it could not be started; what ran goes on
     */
    void install(Path jar, Caller by);
}
