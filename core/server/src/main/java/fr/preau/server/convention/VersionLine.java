package fr.preau.server.convention;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of the convention.
 *
 * @param version 1, 2…
 * @param state DRAFT, PROPOSED or WITHDRAWN
 * @param template what it began from
 * @param title its title
 * @param note what it changes, for an amendment
 * @param begins its first day
 * @param ends the first day on which it no longer holds, null if none was agreed
 * @param createdBy who began it
 * @param proposedBy who proposed it, empty before
 * @param proposedAt when, null before
 * @param due until when it should be signed, null if nobody said
 * @param completeAt when the last party signed it as a whole, null before
 * @param refusal why a party sent it back, empty if none did
 * @param refusedBy who
 */
public record VersionLine(
        int version,
        String state,
        String template,
        String title,
        String note,
        LocalDate begins,
        @Nullable LocalDate ends,
        String createdBy,
        String proposedBy,
        @Nullable Instant proposedAt,
        @Nullable LocalDate due,
        @Nullable Instant completeAt,
        String refusal,
        String refusedBy) {

    /** Whether it can be changed. */
    public boolean isDraft() {
        return state.equals("DRAFT");
    }

    /** Whether it waits for signatures. */
    public boolean isProposed() {
        return state.equals("PROPOSED") && completeAt == null;
    }

    /** Whether all parties have signed it. */
    public boolean isComplete() {
        return completeAt != null;
    }

    /** Whether it holds on a day, unless a later version does. */
    public boolean holds(LocalDate day) {
        return isComplete() && !day.isBefore(begins) && (ends == null || day.isBefore(ends));
    }
}
