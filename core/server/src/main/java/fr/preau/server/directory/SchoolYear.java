package fr.preau.server.directory;

import java.time.LocalDate;
import java.time.Month;

/**
 * A school year. It turns on 1 August: the official calendar (code de l'éducation, article L. 521-1) ends classes in early
 * July everywhere in mainland France, and heads prepare the new classes in ONDE before September. Immutable.
 *
 * @param start the year it begins in: 2026 for 2026-2027
 */
public record SchoolYear(int start) {

    /** The school year of a day. */
    public static SchoolYear of(LocalDate day) {
        return new SchoolYear(day.getMonthValue() >= Month.AUGUST.getValue() ? day.getYear() : day.getYear() - 1);
    }

    /** “2026-2027”. */
    public String label() {
        return start + "-" + (start + 1);
    }
}
