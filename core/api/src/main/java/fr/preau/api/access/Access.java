package fr.preau.api.access;

import fr.preau.api.Caller;

/**
 * Decisions about rights, for a plugin to inject: by profile, by role, by date and time slot, where the service is open. All
 * decisions of a request together cost one statement. Which rows of a list a person may see is decided in the list's own
 * statement: join to {@code ent.class_right}, {@code ent.school_right} or {@code ent.resource_right}. Thread-safe.
 */
public interface Access {
    /**
     * Whether the person holds a right of this plugin somewhere.
     *
     * @param right short name: {@code "publish"}
     * @throws IllegalArgumentException if the plugin declares no such right
     */
    boolean may(Caller caller, String right);

    /**
     * Whether the person holds a right of this plugin in a class or a school.
     *
     * @param right short name: {@code "publish"}
     * @throws IllegalArgumentException if the plugin declares no such right
     */
    boolean may(Caller caller, String right, Place place);
}
