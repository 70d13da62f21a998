package fr.preau.server.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person was told. Immutable.
 *
 * @param id its id
 * @param kind what it is; its text is {@code notice.<kind>}
 * @param params what the text says, in its order
 * @param path where to deal with it, without a slash in front
 * @param madeAt when it was told
 * @param due until when it should be done, null for no date
 * @param readAt when it was read or dealt with, null before
 */
public record Notice(
        UUID id,
        String kind,
        List<String> params,
        String path,
        Instant madeAt,
        @Nullable LocalDate due,
        @Nullable Instant readAt) {
    /** Whether it was neither read nor dealt with. */
    public boolean unread() {
        return readAt == null;
    }
}
