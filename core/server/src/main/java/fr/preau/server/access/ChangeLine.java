package fr.preau.server.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that was changed about rights, in words; {@code undoneAt}: when it was undone. */
public record ChangeLine(
        UUID id,
        Instant at,
        String byName,
        String kind,
        String subject,
        String words,
        String before,
        String after,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy) {}
