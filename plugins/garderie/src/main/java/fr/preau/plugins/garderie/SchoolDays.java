package fr.preau.plugins.garderie;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The evenings of a garderie: Monday, Tuesday, Thursday, Friday; booked until 18:00 the day before. */
final class SchoolDays {
    /** How many evenings ahead families see. */
    static final int SHOWN = 8;

    private static final Set<DayOfWeek> EVENINGS =
            EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private static final LocalTime LATEST = LocalTime.of(18, 0);

    private SchoolDays() {}

    /** The evenings from a day on. */
    static List<LocalDate> from(LocalDate day) {
        return Stream.iterate(day, date -> date.plusDays(1))
                .filter(date -> EVENINGS.contains(date.getDayOfWeek()))
                .limit(SHOWN)
                .toList();
    }

    /** Whether a booking for that evening can still be changed. */
    static boolean changeable(LocalDate evening, Clock clock) {
        return EVENINGS.contains(evening.getDayOfWeek())
                && LocalDateTime.now(clock).isBefore(evening.minusDays(1).atTime(LATEST));
    }
}
