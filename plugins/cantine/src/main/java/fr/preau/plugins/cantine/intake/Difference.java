package fr.preau.plugins.cantine.intake;

import fr.preau.plugins.cantine.menu.DayContent;
import fr.preau.plugins.cantine.menu.Dish;
import fr.preau.plugins.cantine.menu.Meal;
import fr.preau.plugins.cantine.menu.MealType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that would change on a day. Immutable.
 *
 * @param kind what happens
 * @param meal in which meal; null-free: lunch for a whole day that closes or opens
 * @param text the dish's name, or why the day is closed
 * @param aspects for a dish that stays: what about it changes, as keys of texts
 */
public record Difference(Kind kind, MealType meal, String text, List<String> aspects) {
    /** What happens. */
    public enum Kind {
        /** A dish comes. */
        ADDED,
        /** A dish goes. */
        REMOVED,
        /** A dish stays, something about it changes. */
        CHANGED,
        /** The day is closed, or for another reason than before. */
        CLOSED,
        /** The day was closed and no longer is. */
        OPENED
    }

    /** What differs, in the order of the day; moving a dish to another place in the meal is not told. */
    static List<Difference> between(DayContent before, DayContent after) {
        List<Difference> differences = new ArrayList<>();
        if (after.closed() && (!before.closed() || !before.closedReason().equals(after.closedReason()))) {
            differences.add(new Difference(Kind.CLOSED, MealType.DEJEUNER, after.closedReason(), List.of()));
        } else if (before.closed() && !after.closed()) {
            differences.add(new Difference(Kind.OPENED, MealType.DEJEUNER, before.closedReason(), List.of()));
        }
        Map<String, Placed> old = placed(before);
        Map<String, Placed> fresh = placed(after);
        old.forEach((key, placed) -> {
            if (!fresh.containsKey(key)) {
                differences.add(new Difference(Kind.REMOVED, placed.meal, placed.dish.name(), List.of()));
            }
        });
        fresh.forEach((key, placed) -> {
            Placed was = old.get(key);
            if (was == null) {
                differences.add(new Difference(Kind.ADDED, placed.meal, placed.dish.name(), List.of()));
            } else if (!was.dish.equals(placed.dish)) {
                differences.add(
                        new Difference(Kind.CHANGED, placed.meal, placed.dish.name(), aspects(was.dish, placed.dish)));
            }
        });
        return differences;
    }

    private record Placed(MealType meal, Dish dish) {}

    private static Map<String, Placed> placed(DayContent content) {
        Map<String, Placed> dishes = new LinkedHashMap<>();
        for (Meal meal : content.served()) {
            for (Dish dish : meal.dishes()) {
                String key = meal.type() + "/" + meal.convives() + "/" + dish.name();
                // The same dish twice in a meal: the second is another.
                while (dishes.containsKey(key)) {
                    key += "+";
                }
                dishes.put(key, new Placed(meal.type(), dish));
            }
        }
        return dishes;
    }

    private static List<String> aspects(Dish before, Dish after) {
        List<String> aspects = new ArrayList<>();
        if (before.course() != after.course()) {
            aspects.add("course");
        }
        if (!before.allergens().equals(after.allergens())) {
            aspects.add("allergens");
        }
        if (!before.siqo().equals(after.siqo()) || !before.label().equals(after.label())) {
            aspects.add("labels");
        }
        if (!before.regimes().equals(after.regimes())) {
            aspects.add("regimes");
        }
        if (!before.code().equals(after.code()) || !before.precision().equals(after.precision())) {
            aspects.add("precision");
        }
        return aspects;
    }
}
