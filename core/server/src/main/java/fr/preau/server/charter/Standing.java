package fr.preau.server.charter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a person stands with the charter in force for them: a line of {@code core.charter_standing}.
 *
 * @param personId the person
 * @param audience which charter
 * @param version its version in force
 * @param under whether guardians accept for them
 * @param consentAge below which age they do
 * @param ownAt when they accepted themselves; of a pupil under the age: when they had read it
 * @param consentAt when a guardian accepted for them
 * @param consentBy that guardian's name
 * @param again whether they or a guardian accepted another version before
 * @param step what comes first; null if they are free to go on
 */
public record Standing(
        UUID personId,
        Audience audience,
        int version,
        boolean under,
        int consentAge,
        @Nullable Instant ownAt,
        @Nullable Instant consentAt,
        @Nullable String consentBy,
        boolean again,
        @Nullable Step step) {
    /** What a person has to do before anything else. */
    public enum Step {
        /** Accept. */
        ACCEPT,
        /** A guardian has accepted: read it. */
        READ,
        /** Wait until a guardian accepts. */
        GUARDIAN
    }
}
