package fr.preau.server.convention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signature; {@code pluginId} empty: under the version as a whole; {@code carriedFrom}: the version in which it was given, if
 * the terms have not changed since.
 */
public record SignatureLine(
        String pluginId,
        UUID partyId,
        String partyName,
        String name,
        String quality,
        Instant signedAt,
        @Nullable Integer carriedFrom) {}
