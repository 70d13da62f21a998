package fr.preau.plugins.cantine.menu;

import java.util.Comparator;
import java.util.List;

/**
 * A meal. Immutable.
 *
 * @param type which meal
 * @param convives who eats it (“maternelle”); empty for everyone
 * @param dishes in the order of service
 */
public record Meal(MealType type, String convives, List<Dish> dishes) {
    /** Our limit. */
    public static final int CONVIVES_MAX = 80;
    /** More dishes than any kitchen serves at once. */
    public static final int DISHES_MAX = 60;

    /** Orders the dishes by course; within a course they keep their order. */
    public Meal {
        convives = Spelling.tidy(convives);
        dishes = dishes.stream().sorted(Comparator.comparing(Dish::course)).toList();
    }

    /** Whether nothing is known of any dish's allergens: then it is said once for the meal. */
    public boolean nothingKnownOfAllergens() {
        return dishes.stream().noneMatch(dish -> dish.allergens().known());
    }

    /** How many dishes lack their allergens. */
    public long withoutAllergens() {
        return dishes.stream().filter(dish -> !dish.allergens().known()).count();
    }

    /** Whether the dishes have courses at all; some files name none. */
    public boolean hasCourses() {
        return dishes.stream().anyMatch(dish -> dish.course() != Course.AUTRE);
    }

    /** Whether this is the same meal of the day for the same people. */
    public boolean sameAs(Meal other) {
        return type == other.type && Spelling.key(convives).equals(Spelling.key(other.convives));
    }
}
