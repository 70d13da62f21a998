package fr.preau.server.portal.view;

import fr.preau.server.db.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates for what is kept or printed: “1er septembre 2026”. */
public final class FullDate {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);

    private FullDate() {}

    /** The day of a moment, in the schools' time zone. */
    public static String of(Instant moment) {
        return of(LocalDate.ofInstant(moment, Database.ZONE));
    }

    /** A day. */
    public static String of(LocalDate day) {
        String text = DAY.format(day);
        return day.getDayOfMonth() == 1 ? text.replaceFirst("1 ", "1er ") : text;
    }
}
