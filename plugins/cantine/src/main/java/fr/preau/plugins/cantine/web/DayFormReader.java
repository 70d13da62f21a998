package fr.preau.plugins.cantine.web;

import fr.preau.plugins.cantine.menu.Allergen;
import fr.preau.plugins.cantine.menu.Course;
import fr.preau.plugins.cantine.menu.DayContent;
import fr.preau.plugins.cantine.menu.Meal;
import fr.preau.plugins.cantine.menu.MealType;
import fr.preau.plugins.cantine.menu.Regime;
import fr.preau.plugins.cantine.menu.ScdlTerm;
import fr.preau.plugins.cantine.menu.Siqo;
import fr.preau.plugins.cantine.menu.Vocabulary;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the editor's fields: {@code m0.type}, {@code m0.d2.name}… Meals and rows are numbered without gaps, in any order.
 * Pure functions.
 */
final class DayFormReader {
    private final MultivaluedMap<String, String> fields;

    private DayFormReader(MultivaluedMap<String, String> fields) {
        this.fields = fields;
    }

    static DayForm read(MultivaluedMap<String, String> fields) {
        return new DayFormReader(fields).day();
    }

    private DayForm day() {
        List<MealForm> meals = new ArrayList<>();
        for (int m = 0; m < DayContent.MEALS_MAX && fields.containsKey("m" + m + ".type"); m++) {
            meals.add(meal("m" + m + "."));
        }
        return new DayForm(
                text("seen"),
                fields.containsKey("closed"),
                text("closedReason"),
                text("note"),
                text("reason"),
                meals,
                Map.of());
    }

    private MealForm meal(String prefix) {
        List<DishForm> dishes = new ArrayList<>();
        for (int d = 0; d < Meal.DISHES_MAX && fields.containsKey(prefix + "d" + d + ".name"); d++) {
            dishes.add(dish(prefix + "d" + d + "."));
        }
        return new MealForm(
                term(MealType.WORDS, prefix + "type").orElse(MealType.AUTRE),
                text(prefix + "convives"),
                dishes,
                Map.of());
    }

    private DishForm dish(String prefix) {
        return new DishForm(
                term(Course.WORDS, prefix + "course").orElse(Course.AUTRE),
                text(prefix + "name"),
                text(prefix + "code"),
                terms(Siqo.WORDS, prefix + "siqo"),
                text(prefix + "label"),
                terms(Regime.WORDS, prefix + "regime"),
                text(prefix + "precision"),
                terms(Allergen.WORDS, prefix + "allergen"),
                fields.containsKey(prefix + "none"),
                false,
                Map.of());
    }

    private String text(String field) {
        String text = fields.getFirst(field);
        return text == null ? "" : text;
    }

    private <E extends Enum<E> & ScdlTerm> Optional<E> term(Vocabulary<E> words, String field) {
        return words.find(text(field));
    }

    private <E extends Enum<E> & ScdlTerm> List<E> terms(Vocabulary<E> words, String field) {
        return fields.getOrDefault(field, List.of()).stream()
                .map(words::find)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
