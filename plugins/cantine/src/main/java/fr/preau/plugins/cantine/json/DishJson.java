package fr.preau.plugins.cantine.json;

import fr.preau.plugins.cantine.menu.Course;
import fr.preau.plugins.cantine.menu.Dish;
import fr.preau.plugins.cantine.menu.Regime;
import fr.preau.plugins.cantine.menu.Siqo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Dish}, with the same components. Only course and name are needed on the way in. */
public record DishJson(
        @Nullable String course,
        @Nullable String name,
        @Nullable String code,
        @Nullable List<String> siqo,
        @Nullable String label,
        @Nullable List<String> regimes,
        @Nullable String precision,
        @Nullable AllergensJson allergens) {

    static DishJson of(Dish dish) {
        return new DishJson(
                dish.course().name(),
                dish.name(),
                dish.code(),
                dish.siqo().stream().map(Enum::name).toList(),
                dish.label(),
                dish.regimes().stream().map(Enum::name).toList(),
                dish.precision(),
                AllergensJson.of(dish.allergens()));
    }

    Dish read(String path) {
        return new Dish(
                Terms.read(Course.WORDS, course, path + ".course"),
                Terms.text(name),
                Terms.text(code),
                Terms.read(Siqo.WORDS, siqo, path + ".siqo"),
                Terms.text(label),
                Terms.read(Regime.WORDS, regimes, path + ".regimes"),
                Terms.text(precision),
                AllergensJson.read(allergens, path + ".allergens"));
    }
}
