package fr.preau.plugins.cantine.intake;

import fr.preau.plugins.cantine.menu.Course;
import fr.preau.plugins.cantine.menu.DayContent;
import fr.preau.plugins.cantine.menu.Dish;
import fr.preau.plugins.cantine.menu.Meal;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays what a file says over what is kept. Meals that the file does not name stay; so does what was typed about a dish and
 * the file leaves blank (its allergens, its labels) as long as the dish keeps its name. Pure functions; doing it twice is
 * doing it once.
 */
final class Merging {
    private Merging() {}

    static DayContent merge(DayContent kept, DayContent incoming) {
        if (incoming.closed()) {
            boolean saidBefore = kept.closed() && incoming.closedReason().isEmpty();
            return new DayContent(
                    true, saidBefore ? kept.closedReason() : incoming.closedReason(), kept.note(), kept.meals());
        }
        List<Meal> meals = new ArrayList<>();
        for (Meal meal : incoming.meals()) {
            meals.add(kept.meals().stream()
                    .filter(meal::sameAs)
                    .findFirst()
                    .map(same -> completed(meal, same))
                    .orElse(meal));
        }
        kept.served().stream()
                .filter(meal -> incoming.meals().stream().noneMatch(meal::sameAs))
                .forEach(meals::add);
        return new DayContent(false, "", kept.note(), meals);
    }

    /** A name that stands twice in a meal tells nothing: which of the two would be which? */
    private static Meal completed(Meal incoming, Meal kept) {
        List<Dish> dishes = incoming.dishes().stream()
                .map(dish -> named(incoming, dish.name()).size() == 1
                                && named(kept, dish.name()).size() == 1
                        ? completed(dish, named(kept, dish.name()).get(0))
                        : dish)
                .toList();
        return new Meal(incoming.type(), kept.convives(), dishes);
    }

    private static List<Dish> named(Meal meal, String name) {
        return meal.dishes().stream().filter(dish -> dish.name().equals(name)).toList();
    }

    private static Dish completed(Dish incoming, Dish kept) {
        return new Dish(
                incoming.course() == Course.AUTRE ? kept.course() : incoming.course(),
                incoming.name(),
                incoming.code().isEmpty() ? kept.code() : incoming.code(),
                incoming.siqo().isEmpty() ? kept.siqo() : incoming.siqo(),
                incoming.label().isEmpty() ? kept.label() : incoming.label(),
                incoming.regimes().isEmpty() ? kept.regimes() : incoming.regimes(),
                incoming.precision().isEmpty() ? kept.precision() : incoming.precision(),
                incoming.allergens().known() ? incoming.allergens() : kept.allergens());
    }
}
