package fr.preau.server.repository;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Authority;
import fr.preau.api.Profile;
import fr.preau.api.Reach;
import fr.preau.api.privacy.PersonalData.Kept;
import fr.preau.server.repository.Declaration.Right;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What another version changes. */
class ComparisonTest {
    private static Right right(String name, String label, Profile... profiles) {
        return new Right(name, label, Reach.SCHOOL, List.of(profiles));
    }

    @Test
    void all_that_changes_and_nothing_else() {
        Declaration before = new Declaration(
                Authority.BOTH,
                List.of(right("a", "A", Profile.HEAD), right("b", "B"), right("c", "C")),
                List.of(new Kept("x", "p", "1 an"), new Kept("y", "p", "1 an")));
        Declaration after = new Declaration(
                Authority.COLLECTIVITE,
                List.of(right("a", "A", Profile.TEACHER), right("c", "C"), right("d", "D")),
                List.of(new Kept("x", "p", "2 ans"), new Kept("z", "p", "1 an")));
        Comparison comparison = Comparison.between(before, after);
        assertThat(comparison.authorityChanges()).isTrue();
        assertThat(comparison.addedRights()).extracting(Right::name).containsExactly("d");
        assertThat(comparison.removedRights()).extracting(Right::name).containsExactly("b");
        assertThat(comparison.changedRights()).singleElement().satisfies(change -> {
            assertThat(Comparison.gained(change)).containsExactly(Profile.TEACHER);
            assertThat(Comparison.lost(change)).containsExactly(Profile.HEAD);
        });
        assertThat(comparison.addedData()).extracting(Kept::what).containsExactly("z");
        assertThat(comparison.removedData()).extracting(Kept::what).containsExactly("y");
        assertThat(comparison.changedData())
                .singleElement()
                .satisfies(change -> assertThat(change.after().retention()).isEqualTo("2 ans"));
        Comparison none = Comparison.between(after, after);
        assertThat(none.authorityChanges()).isFalse();
        assertThat(List.of(none.addedRights(), none.removedRights(), none.changedRights(), none.changedData()))
                .allMatch(List::isEmpty);
    }

    @Test
    void versions_are_in_their_order() {
        assertThat(Versions.compare("1.10.0", "1.9.0")).isPositive();
        assertThat(Versions.compare("2.0.0-beta", "2.0.0")).isNegative();
        assertThat(Versions.compare("1.0.0", "1.0.0")).isZero();
    }
}
