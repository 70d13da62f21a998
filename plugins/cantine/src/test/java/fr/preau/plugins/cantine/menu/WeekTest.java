package fr.preau.plugins.cantine.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WeekTest {
    @Test
    void is_said_as_people_say_it() {
        assertThat(Week.of(LocalDate.of(2026, 11, 25)).words()).isEqualTo("du 23 au 27 novembre");
        assertThat(Week.of(LocalDate.of(2026, 11, 30)).words()).isEqualTo("du 30 novembre au 4 décembre");
        assertThat(Week.of(LocalDate.of(2027, 1, 30)).next().words()).isEqualTo("du 1er au 5 février");
        assertThat(Week.of(LocalDate.of(2027, 9, 27)).words()).isEqualTo("du 27 septembre au 1er octobre");
        assertThat(Week.dayWords(LocalDate.of(2026, 12, 1))).isEqualTo("mardi 1er décembre");
    }

    @Test
    void only_plausible_days_are_read() {
        assertThat(Week.parseDay("2026-11-23")).contains(LocalDate.of(2026, 11, 23));
        assertThat(Week.parseDay("0026-11-23")).isEmpty();
        assertThat(Week.parseDay("+999999999-12-31")).isEmpty();
        assertThat(Week.parseDay("2026-02-30")).isEmpty();
        assertThat(Week.parseDay("' or 1=1")).isEmpty();
    }
}
