package fr.preau.plugins.cantine.intake;

import fr.preau.api.directory.School;
import fr.preau.plugins.cantine.menu.DayContent;
import fr.preau.plugins.cantine.menu.Place;
import fr.preau.plugins.cantine.menu.Slot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares what a file says with what is kept. Not thread-safe; made for one plan. */
final class Comparison {
    private final Map<Key, Slot> kept = new HashMap<>();
    private final Map<LocalDate, Boolean> hasOwn = new HashMap<>();
    private final int schools;

    private record Key(LocalDate date, Place place) {}

    Comparison(List<Slot> slots, List<School> schools) {
        this.schools = schools.size();
        for (Slot slot : slots) {
            kept.put(new Key(slot.date(), slot.place()), slot);
            hasOwn.merge(slot.date(), !slot.place().everywhere(), Boolean::logicalOr);
        }
    }

    /** The days that would change, in order. */
    List<DayChange> changes(List<IncomingDay> incoming) {
        List<DayChange> changes = new ArrayList<>();
        for (IncomingDay day : common(incoming)) {
            Slot slot = kept.getOrDefault(new Key(day.date(), day.place()), Slot.empty(day.date(), day.place()));
            DayContent before = slot.latest() != null ? slot.content() : forAll(day.date());
            DayContent after = Merging.merge(before, day.content());
            if (!after.equals(before)) {
                changes.add(new DayChange(slot, before, after));
            }
        }
        changes.sort(Comparator.comparing((DayChange change) -> change.slot().date())
                .thenComparing(change -> change.slot().place().name()));
        return changes;
    }

    /** The menu for all schools on that day: what a school without a menu of its own eats. */
    private DayContent forAll(LocalDate date) {
        Slot slot = kept.get(new Key(date, Place.EVERYWHERE));
        return slot == null ? DayContent.EMPTY : slot.content();
    }

    /** Files repeat the same menu for each school: where all eat the same, it is one menu for all. */
    List<IncomingDay> common(List<IncomingDay> incoming) {
        Map<LocalDate, List<IncomingDay>> byDate = new LinkedHashMap<>();
        incoming.forEach(day ->
                byDate.computeIfAbsent(day.date(), date -> new ArrayList<>()).add(day));
        List<IncomingDay> result = new ArrayList<>();
        byDate.forEach((date, days) -> {
            boolean everySchool =
                    days.stream().filter(day -> !day.place().everywhere()).count() == schools;
            boolean same = days.stream().map(IncomingDay::content).distinct().count() == 1;
            if (everySchool && days.size() == schools && same && !hasOwn.getOrDefault(date, false)) {
                IncomingDay first = days.get(0);
                result.add(new IncomingDay(date, Place.EVERYWHERE, first.line(), first.content()));
            } else {
                result.addAll(days);
            }
        });
        return result;
    }
}
