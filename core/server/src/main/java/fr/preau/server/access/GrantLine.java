package fr.preau.server.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grant as it is shown.
 *
 * @param id its id
 * @param roleId the role, null for a share
 * @param role its name
 * @param subject to whom
 * @param scope TENANT, SCHOOL, CLASS, GROUP or RESOURCE
 * @param place where, null for the whole ENT
 * @param person the person's name, empty if it was given to a group
 * @param placeName the place's name, empty for the whole ENT
 * @param since first day
 * @param until the first day on which it no longer holds
 * @param reason why
 * @param givenBy who gave it
 * @param givenAt when
 * @param revokedAt when it was taken back
 * @param slots weekly hours: {@code "1 16:00 19:00"}, 1 is Monday
 */
public record GrantLine(
        UUID id,
        @Nullable UUID roleId,
        String role,
        String subject,
        String scope,
        @Nullable UUID place,
        String person,
        String placeName,
        LocalDate since,
        @Nullable LocalDate until,
        String reason,
        String givenBy,
        Instant givenAt,
        @Nullable Instant revokedAt,
        List<String> slots) {

    /** Its last day, null if it has none. */
    public @Nullable LocalDate last() {
        return until == null ? null : until.minusDays(1);
    }
}
