package fr.preau.plugins.cantine.web;

import fr.preau.plugins.cantine.menu.Meal;
import fr.preau.plugins.cantine.menu.Place;
import fr.preau.plugins.cantine.menu.Slot;
import fr.preau.plugins.cantine.menu.Week;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A day as who prepares it sees it: the menu for all schools first, even if nothing is there yet, then those of single
 * schools. Immutable.
 *
 * @param date the day
 * @param slots its menus
 */
public record PreparedDay(LocalDate date, List<Slot> slots) {

    /** Monday to Friday, and the weekend if something is served then. */
    static List<PreparedDay> of(Week week, List<Slot> slots) {
        List<PreparedDay> days = new ArrayList<>();
        for (LocalDate date : week.days()) {
            List<Slot> own = new ArrayList<>(
                    slots.stream().filter(slot -> slot.date().equals(date)).toList());
            if (own.isEmpty() && date.getDayOfWeek().getValue() > 5) {
                continue;
            }
            if (own.stream().noneMatch(slot -> slot.place().everywhere())) {
                own.add(0, Slot.empty(date, Place.EVERYWHERE));
            }
            days.add(new PreparedDay(date, List.copyOf(own)));
        }
        return days;
    }

    /** How many dishes lack their allergens. */
    public long withoutAllergens() {
        return slots.stream()
                .flatMap(slot -> slot.content().served().stream())
                .mapToLong(Meal::withoutAllergens)
                .sum();
    }
}
