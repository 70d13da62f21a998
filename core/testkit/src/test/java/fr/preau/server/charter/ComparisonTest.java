package fr.preau.server.charter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.server.charter.Comparison.Change;
import fr.preau.server.charter.Comparison.Row;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Two versions side by side. */
class ComparisonTest {
    private static CharterText text(String... articles) {
        return new CharterText(
                "Titre",
                "",
                Stream.of(articles)
                        .map(each -> each.split(":", -1))
                        .map(each -> new Article(each[0], each.length > 1 ? each[1] : "", "smile"))
                        .toList());
    }

    private static List<String> changes(CharterText before, CharterText after) {
        return Comparison.of(before, after).rows().stream()
                .map(row -> row.change() + " "
                        + Objects.requireNonNull(row.after() != null ? row.after() : row.before())
                                .title())
                .toList();
    }

    @Test
    void each_article_is_told_what_became_of_it() {
        assertThat(changes(text("a", "b:1", "c", "d"), text("new", "b:2", "d", "a")))
                .containsExactly("ADDED new", "CHANGED b", "SAME d", "MOVED a", "REMOVED c");
        assertThat(changes(text("a", "b"), text("a", "x"))).containsExactly("SAME a", "CHANGED x");
        assertThat(changes(text(), text("a"))).containsExactly("ADDED a");
    }

    @Property
    void nothing_is_lost_and_nothing_told_twice(
            @ForAll @Size(max = 8) List<@CharRange(from = 'a', to = 'd') @StringLength(1) String> before,
            @ForAll @Size(max = 8) List<@CharRange(from = 'a', to = 'd') @StringLength(1) String> after) {
        CharterText first = text(before.toArray(String[]::new));
        CharterText second = text(after.toArray(String[]::new));
        List<Row> rows = Comparison.of(first, second).rows();
        assertThat(rows.stream().map(Row::after).filter(Objects::nonNull)).containsExactlyElementsOf(second.articles());
        assertThat(rows.stream().map(Row::before).filter(Objects::nonNull))
                .containsExactlyInAnyOrderElementsOf(first.articles());
        assertThat(Comparison.of(first, first).rows()).allMatch(row -> row.change() == Change.SAME);
    }
}
