package fr.preau.plugins.cantine.web;

import fr.preau.plugins.cantine.menu.ContentRules;
import fr.preau.plugins.cantine.menu.DayContent;
import fr.preau.plugins.cantine.menu.MealType;
import fr.preau.plugins.cantine.menu.Slot;
import fr.preau.plugins.cantine.menu.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The editor of a day as it stands: whatever was typed, faults included. Immutable.
 *
 * @param seen the mark of the content it was made from
 * @param reason why a published menu changes
 * @param faults what is wrong with the day itself, by field
 */
public record DayForm(
        String seen,
        boolean closed,
        String closedReason,
        String note,
        String reason,
        List<MealForm> meals,
        Map<String, String> faults) {
    /** Our limit. */
    public static final int CHANGE_REASON_MAX = 300;

    /** Orders the meals as the day will be. */
    public DayForm {
        meals = meals.stream()
                .sorted(Comparator.comparing(MealForm::type).thenComparing(meal -> Spelling.tidy(meal.convives())))
                .toList();
    }

    static DayForm of(Slot slot) {
        DayContent content = slot.content();
        return new DayForm(
                slot.mark(),
                content.closed(),
                content.closedReason(),
                content.note(),
                "",
                content.meals().stream().map(MealForm::of).toList(),
                Map.of());
    }

    /** To be shown: with a lunch, and the rows that are always there. */
    DayForm padded() {
        List<MealForm> shown = new ArrayList<>(meals);
        if (shown.stream().noneMatch(meal -> meal.type() == MealType.DEJEUNER)) {
            shown.add(new MealForm(MealType.DEJEUNER, "", List.of(), Map.of()));
        }
        return with(shown.stream().map(MealForm::padded).toList(), faults);
    }

    DayForm withMeal(MealForm meal) {
        List<MealForm> more = new ArrayList<>(meals);
        more.add(meal);
        return with(more, faults);
    }

    DayForm withMeal(int index, MealForm meal) {
        List<MealForm> changed = new ArrayList<>(meals);
        changed.set(index, meal);
        return with(changed, faults);
    }

    DayForm withFaults(Map<String, String> found) {
        return with(meals, found);
    }

    DayForm seenAs(String mark) {
        return new DayForm(mark, closed, closedReason, note, reason, meals, faults);
    }

    /** Without the rows left blank and meals without dishes: what would be kept. */
    DayForm withoutBlanks() {
        return with(
                meals.stream()
                        .map(MealForm::withoutBlanks)
                        .filter(meal -> !meal.dishes().isEmpty())
                        .toList(),
                faults);
    }

    /** What would be kept. Rows left blank are no dishes. */
    DayContent content() {
        return new DayContent(
                closed,
                closedReason,
                note,
                withoutBlanks().meals().stream().map(MealForm::meal).toList());
    }

    /** With what is wrong, beside each field, and without blank rows; {@link #faulty} tells whether there is any. */
    DayForm checked() {
        DayForm compact = withoutBlanks();
        Map<String, String> found = new HashMap<>();
        if (Spelling.tidy(reason).length() > CHANGE_REASON_MAX) {
            found.put("reason", "C’est trop long : " + CHANGE_REASON_MAX + " caractères au plus.");
        }
        // The content keeps the form's order of meals and dishes, so that a fault's numbers are the form's.
        List<ContentRules.Fault> faultsFound = ContentRules.check(compact.content());
        List<MealForm> checked = new ArrayList<>();
        for (int m = 0; m < compact.meals.size(); m++) {
            checked.add(checked(compact.meals.get(m), m, faultsFound));
        }
        faultsFound.stream()
                .filter(fault -> fault.meal() < 0)
                .forEach(fault -> found.put(fault.field(), fault.message()));
        return compact.with(checked, found);
    }

    private static MealForm checked(MealForm meal, int m, List<ContentRules.Fault> faults) {
        List<DishForm> dishes = new ArrayList<>();
        for (int d = 0; d < meal.dishes().size(); d++) {
            DishForm dish = meal.dishes().get(d);
            Map<String, String> found = faults(faults, m, d);
            if (dish.none() && !dish.contained().isEmpty()) {
                found.put(
                        "allergens",
                        "« Aucun des 14 » et des allergènes sont cochés à la fois. Décochez ce qui n’est pas vrai.");
            }
            dishes.add(dish.with(found));
        }
        return new MealForm(meal.type(), meal.convives(), dishes, Map.copyOf(faults(faults, m, -1)));
    }

    private static Map<String, String> faults(List<ContentRules.Fault> faults, int m, int d) {
        Map<String, String> found = new HashMap<>();
        faults.stream()
                .filter(fault -> fault.meal() == m && fault.dish() == d)
                .forEach(fault -> found.putIfAbsent(fault.field(), fault.message()));
        return found;
    }

    /** Whether something is wrong. */
    public boolean faulty() {
        return !faults.isEmpty()
                || meals.stream()
                        .anyMatch(meal -> !meal.faults().isEmpty()
                                || meal.dishes().stream()
                                        .anyMatch(dish -> !dish.faults().isEmpty()));
    }

    private DayForm with(List<MealForm> newMeals, Map<String, String> newFaults) {
        return new DayForm(seen, closed, closedReason, note, reason, newMeals, Map.copyOf(newFaults));
    }
}
