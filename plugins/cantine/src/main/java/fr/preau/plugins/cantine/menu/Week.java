package fr.preau.plugins.cantine.menu;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A week, from Monday to Sunday. Immutable.
 *
 * @param monday its first day
 */
public record Week(LocalDate monday) {
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.FRENCH);
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("d MMMM", Locale.FRENCH);
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    /** The week of a day. */
    public static Week of(LocalDate day) {
        return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** A day as addresses and forms write it ({@code 2026-11-23}), if it is one of this century or the next. */
    public static Optional<LocalDate> parseDay(String text) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            return plausible(day) ? Optional.of(day) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a menu may be on that day: a slip in a year is not a menu of the Middle Ages. */
    public static boolean plausible(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /** The week before. */
    public Week previous() {
        return new Week(monday.minusWeeks(1));
    }

    /** The week after. */
    public Week next() {
        return new Week(monday.plusWeeks(1));
    }

    /** Its last day. */
    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    /** Its seven days. */
    public List<LocalDate> days() {
        return IntStream.range(0, 7).mapToObj(monday::plusDays).toList();
    }

    /** Whether the day is in it. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(monday) && !day.isAfter(sunday());
    }

    /** “du 23 au 27 novembre”, “du 30 novembre au 4 décembre”: Monday to Friday, as people say a school week. */
    public String words() {
        LocalDate friday = monday.plusDays(4);
        String end = words(friday);
        if (monday.getMonth() == friday.getMonth()) {
            return "du " + number(monday) + " au " + end;
        }
        return "du " + words(monday) + " au " + end;
    }

    /** “jeudi 26 novembre”, “mardi 1er décembre”. */
    public static String dayWords(LocalDate day) {
        return WEEKDAY.format(day) + " " + words(day);
    }

    private static String words(LocalDate day) {
        return day.getDayOfMonth() == 1 ? "1er " + DAY_AND_MONTH.format(day).substring(2) : DAY_AND_MONTH.format(day);
    }

    private static String number(LocalDate day) {
        return day.getDayOfMonth() == 1 ? "1er" : Integer.toString(day.getDayOfMonth());
    }
}
