package fr.preau.plugins.cantine.menu;

import java.util.Comparator;
import java.util.List;

/**
 * What is served on a day. Immutable; two equal contents show the same.
 *
 * @param closed whether nothing is served
 * @param closedReason why (“jour férié”); empty if not said or not closed
 * @param note a word about the day (“repas de Noël”); may be empty
 * @param meals its meals; a closed day may keep those that were planned, they are not shown
 */
public record DayContent(boolean closed, String closedReason, String note, List<Meal> meals) {
    /** Our limit. */
    public static final int REASON_MAX = 160;
    /** Our limit. */
    public static final int NOTE_MAX = 300;
    /** More meals than any day has. */
    public static final int MEALS_MAX = 24;

    /** Nothing at all. */
    public static final DayContent EMPTY = new DayContent(false, "", "", List.of());

    /** Cleans the texts, leaves out meals without dishes, orders the others. */
    public DayContent {
        closedReason = closed ? Spelling.tidy(closedReason) : "";
        note = Spelling.tidy(note);
        meals = meals.stream()
                .filter(meal -> !meal.dishes().isEmpty())
                .sorted(Comparator.comparing(Meal::type).thenComparing(Meal::convives))
                .toList();
    }

    /** A closed day. */
    public static DayContent closed(String reason) {
        return new DayContent(true, reason, "", List.of());
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return !closed && note.isEmpty() && meals.isEmpty();
    }

    /** The meals to show: none on a closed day. */
    public List<Meal> served() {
        return closed ? List.of() : meals;
    }
}
