package fr.preau.plugins.cantine.web;

import fr.preau.plugins.cantine.menu.MenuDay;
import fr.preau.plugins.cantine.menu.Week;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A day of a page, with what is served: nothing known, one menu, or several when schools eat differently. Immutable.
 *
 * @param date the day
 * @param menus its menus
 */
public record ShownDay(LocalDate date, List<MenuDay> menus) {
    /** Days on which a canteen is expected to serve; the others appear only with a menu. */
    private static final Set<DayOfWeek> EXPECTED =
            EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    /** The days of a week to show. */
    static List<ShownDay> of(Week week, List<MenuDay> menus) {
        return week.days().stream()
                .map(date -> new ShownDay(
                        date,
                        menus.stream().filter(menu -> menu.date().equals(date)).toList()))
                .filter(day -> !day.menus.isEmpty() || EXPECTED.contains(day.date.getDayOfWeek()))
                .toList();
    }

    /** Whether a meal is served to somebody. */
    public boolean open() {
        return menus.stream().anyMatch(menu -> !menu.content().served().isEmpty());
    }

    /** Whether schools eat differently: then each menu says whose it is. */
    public boolean several() {
        return menus.size() > 1;
    }
}
