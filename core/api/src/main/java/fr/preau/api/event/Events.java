package fr.preau.api.event;

import java.util.UUID;

/**
 * Publishes what happened, for a plugin to inject. Part of the request's transaction: told once that is committed, and never if
 * it is rolled back. Costs one round trip.
 *
 * <p>Each listener is told of the events of one aggregate in the order in which they were published. To keep that order, who
 * publishes about an aggregate waits until the transaction before, about the same one, has ended; a transaction that publishes
 * about several publishes in the order of their names.
 *
 * <p>Thread-safe.
 */
public interface Events {
    /**
     * Tells whoever listens, in this ENT.
     *
     * @param name the short name of an event that the plugin declared: {@code post-published}
     * @param aggregate what it is about, 1 to 200 characters: {@code post 6f1c…}; never a person's name
     * @param payload a record of the declared class, 64 kB at most as JSON. Give ids rather than copies: listeners read them later,
     *     and what was copied is not erased with its origin
     * @throws IllegalArgumentException if the plugin declared no such event, or another class for it
     */
    void publish(String name, String aggregate, Object payload);

    /**
     * As {@link #publish(String, String, Object)}, about something in a school: who does not run in that school is not told.
     *
     * @param schoolId the school
     */
    void publish(String name, String aggregate, UUID schoolId, Object payload);
}
