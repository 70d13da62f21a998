package fr.preau.api.access;

import fr.preau.api.Caller;

/** Decisions about rights, for a plugin to inject. Thread-safe. */
public interface Access {
    /**
     * Whether the person holds a right of this plugin.
     *
     * @param right short name: {@code "publish"}
     * @throws IllegalArgumentException if the plugin declares no such right
     */
    boolean may(Caller caller, String right);
}
