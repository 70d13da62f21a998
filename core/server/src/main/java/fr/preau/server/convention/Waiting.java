package fr.preau.server.convention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a party.
 *
 * @param kind what
 * @param partyId the party; for a deployment, any of the side
 * @param partyName its name; for a deployment the names of the side
 * @param side its side
 * @param version the version of the convention, 0 for a deployment
 * @param subject the service's plugin, the deployment's id, or empty for a version as a whole
 * @param title what it is about, in words
 * @param askedBy who asked
 * @param askedAt when
 * @param due until when it should be done, null if nobody said
 */
public record Waiting(
        Kind kind,
        @Nullable UUID partyId,
        String partyName,
        Side side,
        int version,
        String subject,
        String title,
        String askedBy,
        @Nullable Instant askedAt,
        @Nullable LocalDate due) {

    /** What waits. */
    public enum Kind {
        /** A signature under a version as a whole. */
        WHOLE,
        /** A signature under a service. */
        SERVICE,
        /** Consent to a deployment. */
        WAVE
    }

    /** Whether somebody who acts for that party can deal with it. */
    public boolean waitsFor(Seat seat) {
        return kind == Kind.WAVE ? seat.side() == side : seat.partyId().equals(partyId);
    }

    /** Whether it is overdue on a day. */
    public boolean late(LocalDate day) {
        return due != null && due.isBefore(day);
    }

    /** Whether its date is near: today, tomorrow or the day after. */
    public boolean soon(LocalDate day) {
        return due != null && !late(day) && !due.isAfter(day.plusDays(2));
    }
}
