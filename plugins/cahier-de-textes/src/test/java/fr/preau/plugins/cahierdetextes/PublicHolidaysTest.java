package fr.preau.plugins.cahierdetextes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHolidaysTest {
    /** Among them the two corrections of the reckoning: 1954 and 1981. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1954-04-18",
                "1981-04-19",
                "2000-04-23",
                "2008-03-23",
                "2024-03-31",
                "2025-04-20",
                "2026-04-05",
                "2027-03-28",
                "2038-04-25"
            })
    void easter(LocalDate sunday) {
        assertThat(PublicHolidays.easter(sunday.getYear())).isEqualTo(sunday);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-11, armistice de 1918",
        "2027-03-29, lundi de Pâques",
        "2027-05-06, Ascension",
        "2027-05-17, lundi de Pentecôte",
        "2027-05-08, victoire de 1945"
    })
    void holidays(LocalDate day, String name) {
        assertThat(PublicHolidays.on(day)).hasValue(name);
    }

    @Test
    void there_are_eleven_a_year() {
        LocalDate first = LocalDate.of(2027, 1, 1);
        assertThat(first.datesUntil(first.plusYears(1))
                        .filter(day -> PublicHolidays.on(day).isPresent()))
                .hasSize(11);
    }
}
