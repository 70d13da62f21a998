package fr.preau.server.charter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pupil under the age, as the guardian sees them who may accept for them.
 *
 * @param personId the pupil
 * @param name first name
 * @param className their class; empty if none
 * @param audience which charter
 * @param version its version in force
 * @param consentAge below which age guardians accept
 * @param consentAt when a guardian accepted it; null while it waits
 * @param consentBy that guardian's name
 */
public record Child(
        UUID personId,
        String name,
        String className,
        Audience audience,
        int version,
        int consentAge,
        @Nullable Instant consentAt,
        @Nullable String consentBy) {
    /** Whether somebody has still to accept. */
    public boolean waiting() {
        return consentAt == null;
    }
}
