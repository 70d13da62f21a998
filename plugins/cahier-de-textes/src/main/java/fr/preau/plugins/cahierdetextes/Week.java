package fr.preau.plugins.cahierdetextes;

import fr.preau.api.web.BadInput;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * A week, from Monday to Sunday. Immutable.
 *
 * @param monday its first day
 */
public record Week(LocalDate monday) {

    /** The week that a day is in. */
    static Week containing(LocalDate day) {
        return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /**
     * The week that was asked for.
     *
     * @param day any day of it, ISO 8601; if null, the present week, and from Saturday on the coming one
     * @throws BadInput if this is no date
     */
    static Week asked(@Nullable String day, LocalDate today) {
        if (day == null || day.isBlank()) {
            return containing(today.plusDays(2));
        }
        try {
            return containing(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            throw new BadInput("week", "Cette semaine n’existe pas. Une date s’écrit année-mois-jour : " + today + ".");
        }
    }

    /** Its last day. */
    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    /** The week before. */
    public Week previous() {
        return new Week(monday.minusWeeks(1));
    }

    /** The week after. */
    public Week next() {
        return new Week(monday.plusWeeks(1));
    }

    /** Whether a day is in it. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(monday) && !day.isAfter(sunday());
    }

    /** “Semaine du 23 novembre”, with the year unless it is today's. */
    String title(LocalDate today) {
        String year = monday.getYear() == today.getYear() ? "" : " " + monday.getYear();
        return "Semaine du " + FrenchDate.dayOfMonth(monday) + year;
    }
}
