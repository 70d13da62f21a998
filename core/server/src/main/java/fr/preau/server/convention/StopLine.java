package fr.preau.server.convention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A suspension or an emergency stop.
 *
 * @param id its id
 * @param pluginId the service, empty for all
 * @param schoolId the school, null for all
 * @param schoolName its name, empty for all
 * @param fromProfile with {@code toProfile}: only what people of this profile show to those of the other; empty otherwise
 * @param toProfile the other profile
 * @param side which side stopped it
 * @param partyName which party
 * @param name who
 * @param reason why
 * @param since from when
 * @param until until when, null for an open end
 * @param liftedAt when it was lifted, null if it was not
 * @param liftedBy by whom
 */
public record StopLine(
        UUID id,
        String pluginId,
        @Nullable UUID schoolId,
        String schoolName,
        String fromProfile,
        String toProfile,
        Side side,
        String partyName,
        String name,
        String reason,
        Instant since,
        @Nullable Instant until,
        @Nullable Instant liftedAt,
        @Nullable String liftedBy) {

    /** Whether it stops something at that moment. */
    public boolean holds(Instant at) {
        return liftedAt == null && !at.isBefore(since) && (until == null || at.isBefore(until));
    }
}
