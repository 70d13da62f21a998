package fr.preau.plugins.cantine.menu;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A day of menus as it is kept. Immutable.
 *
 * @param id its row
 * @param version grows with each change of that row
 * @param date the day
 * @param place for whom
 * @param state draft or published
 * @param content what is served
 * @param trace who and when
 */
public record MenuDay(
        UUID id, int version, LocalDate date, Place place, DayState state, DayContent content, Trace trace) {

    /** A mark that changes with each change, to notice that someone else saved in between. */
    public String mark() {
        return id + "." + version;
    }
}
