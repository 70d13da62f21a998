package fr.preau.server.repository;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose signature counts on this server, or did.
 *
 * @param fingerprint SHA-256 of the certificate, in lower-case hexadecimal
 * @param name what the operator calls them
 * @param addedAt since when
 * @param removedAt until when, null if they still count
 */
public record Signer(
        String fingerprint,
        String name,
        Instant addedAt,
        @Nullable Instant removedAt) {}
