package fr.preau.plugins.cantine.json;

import fr.preau.plugins.cantine.menu.Dish;
import fr.preau.plugins.cantine.menu.Meal;
import fr.preau.plugins.cantine.menu.MealType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Meal}.
 *
 * @param type which meal; lunch if absent
 * @param convives who eats it; everyone if absent
 * @param dishes its dishes
 */
public record MealJson(
        @Nullable String type,
        @Nullable String convives,
        @Nullable List<DishJson> dishes) {

    static MealJson of(Meal meal) {
        return new MealJson(
                meal.type().name(),
                meal.convives(),
                meal.dishes().stream().map(DishJson::of).toList());
    }

    Meal read(String path) {
        List<Dish> read = new ArrayList<>();
        List<DishJson> given = dishes == null ? List.of() : dishes;
        for (int i = 0; i < given.size(); i++) {
            read.add(given.get(i).read(path + ".dishes[" + i + "]"));
        }
        return new Meal(
                type == null ? MealType.DEJEUNER : Terms.read(MealType.WORDS, type, path + ".type"),
                Terms.text(convives),
                read);
    }
}
