package fr.preau.server.convention;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two versions side by side. Immutable.
 *
 * @param before the older one
 * @param after the newer one
 * @param articles article by article, matched by title
 * @param services service by service
 */
public record Comparison(Text before, Text after, List<Pair<ArticleLine>> articles, List<Pair<ServiceLine>> services) {
    /** The same thing before and after; null where it is missing. */
    public record Pair<T>(@Nullable T before, @Nullable T after) {
        /** Whether nothing changed. */
        public boolean same() {
            return before != null && before.equals(after);
        }

        /** The key of what happened: added, removed, changed or same. */
        public String key() {
            if (before == null) {
                return "added";
            }
            return after == null ? "removed" : same() ? "same" : "changed";
        }
    }

    /** How many articles and services are not the same. */
    public long changes() {
        return Stream.concat(articles.stream(), services.stream())
                .filter(pair -> !pair.same())
                .count();
    }

    /** Compares. Numbers of articles do not count: a new one in front changes nobody else's. */
    public static Comparison of(Text before, Text after) {
        return new Comparison(
                before,
                after,
                pairs(plain(before), plain(after), ArticleLine::title),
                pairs(before.services(), after.services(), ServiceLine::pluginId));
    }

    private static List<ArticleLine> plain(Text text) {
        return text.articles().stream()
                .map(article -> new ArticleLine(0, article.title(), article.body()))
                .toList();
    }

    private static <T> List<Pair<T>> pairs(List<T> before, List<T> after, Function<T, String> key) {
        Set<String> keys = Stream.concat(after.stream(), before.stream())
                .map(key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Pair<T>> pairs = new ArrayList<>();
        for (String each : keys) {
            pairs.add(new Pair<>(find(before, key, each), find(after, key, each)));
        }
        return pairs;
    }

    private static <T> @Nullable T find(List<T> all, Function<T, String> key, String wanted) {
        for (T each : all) {
            if (key.apply(each).equals(wanted)) {
                return each;
            }
        }
        return null;
    }
}
