package fr.preau.plugins.cahierdetextes;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates in words, for titles and messages that are made outside of a template. */
final class FrenchDate {
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.FRENCH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.FRENCH);

    private FrenchDate() {}

    /** “mardi 24 novembre”. */
    static String day(LocalDate date) {
        return weekday(date) + " " + dayOfMonth(date);
    }

    /** “mardi”. */
    static String weekday(LocalDate date) {
        return WEEKDAY.format(date);
    }

    /** “24 novembre”, “1er décembre”. */
    static String dayOfMonth(LocalDate date) {
        String number = date.getDayOfMonth() == 1 ? "1er" : String.valueOf(date.getDayOfMonth());
        return number + " " + MONTH.format(date);
    }
}
