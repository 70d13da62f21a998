package fr.preau.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.server.access.PersonFacts.Slot;
import fr.preau.server.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slots follow the clock on the wall, also in the nights when it is put forward or back. */
class DaylightSavingTest {
    private static final List<LocalDate> NIGHTS = List.of(
            LocalDate.of(2026, 10, 25),
            LocalDate.of(2027, 3, 28),
            LocalDate.of(2027, 10, 31),
            LocalDate.of(2028, 3, 26));

    @Test
    void every_quarter_of_an_hour_is_what_the_wall_says() {
        for (LocalDate night : NIGHTS) {
            for (int hour = 0; hour < 24; hour++) {
                Slot slot = new Slot(7, LocalTime.of(hour, 0), LocalTime.of(hour, 59, 59));
                Instant end = night.plusDays(2).atStartOfDay(Database.ZONE).toInstant();
                for (Instant at = night.minusDays(1).atStartOfDay(Database.ZONE).toInstant();
                        at.isBefore(end);
                        at = at.plus(Duration.ofMinutes(15))) {
                    ZonedDateTime wall = at.atZone(Database.ZONE);
                    boolean shown = wall.toLocalDate().equals(night) && wall.getHour() == hour;
                    assertThat(new Moment(at).inOneOf(List.of(slot)))
                            .as("%s in %s", wall, slot)
                            .isEqualTo(shown);
                }
            }
        }
    }

    @Test
    void an_evening_from_four_to_seven_has_three_hours_in_summer_and_winter() {
        List<Slot> evening = List.of(new Slot(7, LocalTime.of(16, 0), LocalTime.of(19, 0)));
        for (LocalDate day : NIGHTS) {
            Instant four = day.atTime(16, 0).atZone(Database.ZONE).toInstant();
            assertThat(new Moment(four).inOneOf(evening)).isTrue();
            assertThat(new Moment(four.plusSeconds(3 * 3600 - 1)).inOneOf(evening))
                    .isTrue();
            assertThat(new Moment(four.plusSeconds(3 * 3600)).inOneOf(evening)).isFalse();
            assertThat(new Moment(four.minusSeconds(1)).inOneOf(evening)).isFalse();
        }
    }
}
