package fr.preau.server.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the journal, as it is kept.
 *
 * @param tenantId the tenant
 * @param seq its number in the tenant, from 1, without a gap
 * @param at when, to the microsecond
 * @param actorId who, null for the server's operator, or the ENT itself
 * @param actorName their name then
 * @param action a stable id; its sentence is the text {@code audit.action.<id>}
 * @param subject the name of what it was done to, may be empty
 * @param details what else there is to know, may be empty
 * @param previous the hash of the line before
 * @param hash the hash of this one
 */
public record Line(
        int tenantId,
        long seq,
        Instant at,
        @Nullable UUID actorId,
        String actorName,
        String action,
        String subject,
        String details,
        byte[] previous,
        byte[] hash) {

    /** Whether it comes after a line with that number and hash, unaltered. */
    boolean follows(long seqBefore, byte[] hashBefore) {
        return seq == seqBefore + 1 && Arrays.equals(previous, hashBefore) && Arrays.equals(hash, computed());
    }

    /** As {@code core.audit_hash} computes it, here again: whoever alters lines might alter that too. */
    private byte[] computed() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        long micros = Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
        for (Object field : new Object[] {
            tenantId, seq, micros, Objects.requireNonNullElse(actorId, ""), actorName, action, subject, details
        }) {
            byte[] text = field.toString().getBytes(StandardCharsets.UTF_8);
            digest.update((text.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(text);
        }
        return digest.digest(previous);
    }
}
