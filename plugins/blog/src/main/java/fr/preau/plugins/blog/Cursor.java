package fr.preau.plugins.blog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.UUID;

/**
 * Where a page of posts ended: the next page begins after it. It names a row, not a rank, so that a post published
 * meanwhile shifts nothing. Written {@code 2026-11-23T10:05:00.123456Z_<uuid>}, safe in a URL.
 *
 * @param moment the last row's moment, to the microsecond as in the database
 * @param id the last row's id, for rows of the same moment
 */
public record Cursor(Instant moment, UUID id) {

    /** Before every row: the beginning of a list that goes back in time. */
    static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(0, 0));

    /**
     * Reads what {@link #toString} wrote; JAX-RS calls it for query parameters.
     *
     * @throws IllegalArgumentException if it was not written so
     */
    public static Cursor fromString(String text) {
        int bar = text.indexOf('_');
        if (bar < 0) {
            throw new IllegalArgumentException("No cursor: " + text);
        }
        try {
            Instant moment = Instant.parse(text.substring(0, bar));
            if (moment.isAfter(START.moment) || moment.isBefore(Instant.EPOCH)) {
                throw new IllegalArgumentException("No such time for a post: " + text);
            }
            return new Cursor(moment, UUID.fromString(text.substring(bar + 1)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("No cursor: " + text, e);
        }
    }

    /** The moment as SQL takes it: unlike an instant, it reaches PostgreSQL with its type. */
    public OffsetDateTime at() {
        return moment.atOffset(ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return moment + "_" + id;
    }
}
