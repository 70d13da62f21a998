package fr.preau.server.portal.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code console/journal.jte}.
 *
 * @param query the words sought
 * @param from the first day, as typed
 * @param until the last day, as typed
 * @param dateError whether one of them is no date
 * @param rows the lines, newest first
 * @param first whether they are the newest
 * @param older the number before which the next page goes on, null on the last one
 * @param verdict what a verification came to, null if none was asked for
 * @param years how long lines are kept, as typed
 * @param yearsError whether that can't be
 */
public record Journal(
        String query,
        String from,
        String until,
        boolean dateError,
        List<Row> rows,
        boolean first,
        @Nullable Long older,
        @Nullable Verdict verdict,
        String years,
        boolean yearsError) {

    /** A line. */
    public record Row(long seq, ZonedDateTime at, String sentence, String details) {}

    /**
     * A verification.
     *
     * @param lines how many lines fit
     * @param broken the first that does not, null if all do
     */
    public record Verdict(long lines, @Nullable Long broken) {}

    /** Whether only some lines are asked for. */
    public boolean filtered() {
        return !query.isEmpty() || !from.isEmpty() || !until.isEmpty();
    }

    /** The filter as the end of an address. */
    public String filter() {
        return "?q=" + encode(query) + "&du=" + encode(from) + "&au=" + encode(until);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
