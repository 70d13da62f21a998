package fr.preau.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Codes are copied from paper by people in a hurry. */
class SecretsPropertiesTest {
    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.randomValue(random -> Secrets.code());
    }

    @Provide
    Arbitrary<String> gaps() {
        return Arbitraries.strings().withChars(" -–—_.:/\t\u00a0\u202f").ofMaxLength(3);
    }

    @Property(tries = 300)
    void a_code_is_the_same_in_any_case_with_anything_between(
            @ForAll("codes") String code, @ForAll("gaps") String gap, @ForAll Random random) {
        StringBuilder typed = new StringBuilder(gap);
        for (char letter : code.toCharArray()) {
            String one = String.valueOf(letter);
            typed.append(random.nextBoolean() ? one.toLowerCase(Locale.ROOT) : one);
            typed.append(random.nextInt(4) == 0 ? gap : "");
        }
        assertThat(Secrets.normalised(typed.toString())).isEqualTo(code);
    }

    @Property(tries = 300)
    void what_is_drawn_has_nothing_that_looks_like_something_else(@ForAll("codes") String code) {
        assertThat(code).hasSize(12).matches("[2-9A-Z]+").doesNotContainPattern("[01OIL]");
        assertThat(Secrets.temporaryPassword()).matches("[2-9a-z]{8}").doesNotContainPattern("[01oil]");
    }

    @Property(tries = 300)
    void two_codes_are_never_taken_for_one_another(@ForAll("codes") String one, @ForAll("codes") String other) {
        if (!one.equals(other)) {
            assertThat(Secrets.hash(Secrets.normalised(one))).isNotEqualTo(Secrets.hash(Secrets.normalised(other)));
        }
    }

    @Property(tries = 300)
    void whatever_is_typed_becomes_figures_and_letters(@ForAll String typed) {
        String once = Secrets.normalised(typed);
        assertThat(once).matches("[0-9A-Z]*");
        assertThat(Secrets.normalised(once)).isEqualTo(once);
    }
}
