package fr.preau.api.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a plugin. Immutable, hence thread-safe.
 *
 * @param id tells whether it was told before: each event has its own
 * @param name its stable name: {@code blog.post-published}
 * @param aggregate what it is about, as its publisher named it
 * @param schoolId the school it is about, null if none
 * @param at when it was published
 * @param payload what its publisher says of it
 */
public record Event(
        UUID id, String name, String aggregate, @Nullable UUID schoolId, Instant at, Payload payload) {

    /** What a publisher says of an event. Thread-safe. */
    public interface Payload {
        /** As it was published: a JSON object. */
        String json();

        /**
         * As a record of the listener's own, with the components that it needs; others are passed over, missing ones are null.
         *
         * @throws IllegalArgumentException if it does not fit
         */
        <T> T as(Class<T> type);
    }

    /** The payload as a record: see {@link Payload#as}. */
    public <T> T as(Class<T> type) {
        return payload.as(type);
    }
}
