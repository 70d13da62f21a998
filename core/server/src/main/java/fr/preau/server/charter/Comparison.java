package fr.preau.server.charter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two versions side by side. Articles belong together by title, then by place.
 *
 * @param rows the articles in the order of the later version, those that were removed last
 */
public record Comparison(List<Row> rows) {
    /** What became of an article. */
    public enum Change {
        /** Nothing. */
        SAME,
        /** Its words or its icon changed. */
        CHANGED,
        /** It stands elsewhere. */
        MOVED,
        /** It is new. */
        ADDED,
        /** It is no longer there. */
        REMOVED
    }

    /** An article before and after; one of both may be null. */
    public record Row(@Nullable Article before, @Nullable Article after, Change change) {}

    /** Compares. */
    public static Comparison of(CharterText before, CharterText after) {
        int[] partners = partners(before.articles(), after.articles());
        List<Row> rows = new ArrayList<>();
        Set<Integer> kept = new HashSet<>();
        int furthest = -1;
        for (int i = 0; i < partners.length; i++) {
            Article present = after.articles().get(i);
            if (partners[i] < 0) {
                rows.add(new Row(null, present, Change.ADDED));
                continue;
            }
            Article past = before.articles().get(partners[i]);
            kept.add(partners[i]);
            Change same = partners[i] < furthest ? Change.MOVED : Change.SAME;
            rows.add(new Row(past, present, past.equals(present) ? same : Change.CHANGED));
            furthest = Math.max(furthest, partners[i]);
        }
        for (int i = 0; i < before.articles().size(); i++) {
            if (!kept.contains(i)) {
                rows.add(new Row(before.articles().get(i), null, Change.REMOVED));
            }
        }
        return new Comparison(List.copyOf(rows));
    }

    /** For each article after, which one it was before; -1 for none. */
    private static int[] partners(List<Article> before, List<Article> after) {
        int[] partners = new int[after.size()];
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < after.size(); i++) {
            partners[i] = -1;
            for (int j = 0; j < before.size() && partners[i] < 0; j++) {
                if (before.get(j).title().equals(after.get(i).title()) && taken.add(j)) {
                    partners[i] = j;
                }
            }
        }
        for (int i = 0; i < after.size(); i++) {
            if (partners[i] < 0 && i < before.size() && taken.add(i)) {
                partners[i] = i;
            }
        }
        return partners;
    }
}
