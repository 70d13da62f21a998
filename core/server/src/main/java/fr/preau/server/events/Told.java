package fr.preau.server.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is about to be told.
 *
 * @param open whether who listens runs in the event's school, or it has none
 */
public record Told(
        UUID id,
        String name,
        String aggregate,
        @Nullable UUID schoolId,
        Instant publishedAt,
        String payload,
        boolean open) {}
