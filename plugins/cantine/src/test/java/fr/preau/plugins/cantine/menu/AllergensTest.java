package fr.preau.plugins.cantine.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AllergensTest {
    @Test
    void unknown_is_not_none() {
        assertThat(Allergens.UNKNOWN).isNotEqualTo(Allergens.NONE);
        assertThat(Allergens.UNKNOWN.known()).isFalse();
        assertThat(Allergens.NONE.known()).isTrue();
        assertThat(Allergens.of(List.of())).isEqualTo(Allergens.NONE);
    }

    @Test
    void the_fourteen_are_found_by_their_scdl_words_and_by_the_words_people_use() {
        assertThat(Allergen.values()).hasSize(14);
        for (Allergen allergen : Allergen.values()) {
            assertThat(Allergen.WORDS.find(allergen.scdl())).contains(allergen);
            assertThat(Allergen.WORDS.find(allergen.name())).contains(allergen);
        }
        assertThat(Allergen.WORDS.find("Œuf")).contains(Allergen.OEUFS);
        assertThat(Allergen.WORDS.find("FRUITS À COQUE")).contains(Allergen.FRUITS_A_COQUE);
        assertThat(Allergen.WORDS.find("poisson")).contains(Allergen.POISSONS);
        assertThat(Allergen.WORDS.find("Sulfites")).contains(Allergen.SULFITES);
        assertThat(Allergen.WORDS.find("lait de coco")).isEmpty();
    }

    @Test
    void a_term_is_written_as_the_schema_wants_it() {
        assertThat(Regime.SANS_PORC.scdl()).isEqualTo("sans porc ");
        assertThat(Allergen.OEUFS.scdl()).isEqualTo("oeufs");
    }
}
