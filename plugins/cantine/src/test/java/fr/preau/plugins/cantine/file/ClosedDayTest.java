package fr.preau.plugins.cantine.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedDayTest {
    @ParameterizedTest
    @CsvSource({
        "FÉRIÉ, jour férié",
        "Férié, jour férié",
        "Jour férié, jour férié",
        "FERME, ''",
        "Fermé, ''",
        "PONT, pont",
        "PONT DE L’ASCENSION, pont de l’ascension",
        "Fermé pour travaux, Fermé pour travaux",
        "Cuisine fermée, Cuisine fermée",
        "VACANCES, vacances",
        "Grève, grève",
        "Pas de cantine, Pas de cantine",
        "Lundi férié, Lundi férié"
    })
    void is_recognised(String name, String reason) {
        assertThat(ClosedDay.reason(name)).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pont-l’évêque",
                "Yaourt fermier",
                "Poulet de la ferme",
                "Ferme des Jarouilles",
                "Repas grève",
                "Pas de repas allergies",
                "Fromage fermier",
                "Pontarlier"
            })
    void is_not_mistaken_for_a_dish(String name) {
        assertThat(ClosedDay.reason(name)).isEmpty();
    }
}
