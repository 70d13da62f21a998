package fr.preau.server.notice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell. Immutable.
 *
 * @param kind what it is; its text is {@code notice.<kind>}
 * @param about what makes it one: nobody is told the same kind about the same twice
 * @param path where to deal with it, without a slash in front
 * @param due until when it should be done, null for no date
 * @param params what the text says, in its order
 */
public record News(
        String kind, String about, String path, @Nullable LocalDate due, List<String> params) {
    /** Without a date. */
    public News(String kind, String about, String path, String... params) {
        this(kind, about, path, null, List.of(params));
    }
}
