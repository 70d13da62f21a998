package fr.preau.plugins.cahierdetextes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void today_will_do_yesterday_only_for_a_work_that_was_for_yesterday() {
        assertThat(problems(TODAY, null)).isEmpty();
        LocalDate yesterday = TODAY.minusDays(1);
        assertThat(problems(yesterday, null)).containsOnlyKeys("due");
        assertThat(problems(yesterday, yesterday)).isEmpty();
        assertThat(problems(yesterday.minusDays(1), yesterday)).containsOnlyKeys("due");
    }

    @Test
    void texts_are_tidied_and_measured() {
        Draft draft = new Draft(null, " Lec\r\nture ", TODAY, "\n Page 7\r\nPage 8\0 \n", false, null);
        assertThat(draft.subject()).isEqualTo("Lec ture");
        assertThat(draft.text()).isEqualTo("Page 7\nPage 8");
        assertThat(new Draft(null, "x".repeat(60), TODAY, "x".repeat(4000), false, 240).problems(TODAY, null))
                .isEmpty();
        assertThat(new Draft(null, "x".repeat(61), TODAY, "x".repeat(4001), false, 241).problems(TODAY, null))
                .containsOnlyKeys("subject", "text", "minutes");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, ''",
        "2026-11-28, 'Attention, c’est un samedi.'",
        "2026-12-25, 'Attention, ce jour est férié : Noël.'"
    })
    void a_day_without_school_gets_a_remark(LocalDate due, String remark) {
        assertThat(Draft.remark(due)).isEqualTo(remark);
    }

    /** On Saturday and Sunday, the week asked for is the coming one. */
    @ParameterizedTest
    @CsvSource({"2026-11-23, 2026-11-23", "2026-11-27, 2026-11-23", "2026-11-28, 2026-11-30", "2026-11-29, 2026-11-30"})
    void the_week_turns_with_the_weekend(LocalDate today, LocalDate monday) {
        assertThat(Week.asked(null, today).monday()).isEqualTo(monday);
    }

    private static Map<String, String> problems(LocalDate due, @Nullable LocalDate before) {
        return new Draft(null, "Lecture", due, "Page 7", false, null).problems(TODAY, before);
    }
}
