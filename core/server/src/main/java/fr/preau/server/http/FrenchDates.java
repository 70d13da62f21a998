package fr.preau.server.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Locale;

/** Dates as people say them in French. Thread-safe. */
final class FrenchDates {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.FRENCH);
    private static final DateTimeFormatter DAY_AND_YEAR =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.FRENCH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H'\u00a0h\u00a0'mm", Locale.FRENCH);

    private FrenchDates() {}

    /** “aujourd'hui”, “demain”, “hier”, else the day; with the year when it is more than eight months away. */
    static String relative(LocalDate date, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, date);
        if (days == 0) {
            return "aujourd’hui";
        }
        if (days == 1) {
            return "demain";
        }
        if (days == -1) {
            return "hier";
        }
        return Math.abs(days) > 240 ? first(date, DAY_AND_YEAR) : day(date);
    }

    /** “lundi 23 novembre”, “mardi 1er décembre”. */
    static String day(LocalDate date) {
        return first(date, DAY);
    }

    private static String first(LocalDate date, DateTimeFormatter format) {
        String text = format.format(date);
        return date.getDayOfMonth() == 1 ? text.replaceFirst(" 1 ", " 1er\u00a0") : text;
    }

    /** “hier à 16 h 05”. */
    static String moment(Temporal moment, LocalDate today, ZoneId zone) {
        LocalDateTime local = local(moment, zone);
        return relative(local.toLocalDate(), today) + " à " + TIME.format(local);
    }

    private static LocalDateTime local(Temporal moment, ZoneId zone) {
        if (moment instanceof Instant instant) {
            return instant.atZone(zone).toLocalDateTime();
        }
        if (moment instanceof OffsetDateTime offset) {
            return offset.atZoneSameInstant(zone).toLocalDateTime();
        }
        if (moment instanceof ZonedDateTime zoned) {
            return zoned.withZoneSameInstant(zone).toLocalDateTime();
        }
        return LocalDateTime.from(moment);
    }
}
