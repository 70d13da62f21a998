package fr.preau.server.access;

/** Which plugins run. Thread-safe. */
public interface RunningServices {
    /** Whether a plugin runs here and nobody closed it for this tenant. */
    boolean runs(int tenantId, String pluginId);
}
