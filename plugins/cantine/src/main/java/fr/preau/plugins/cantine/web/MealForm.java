package fr.preau.plugins.cantine.web;

import fr.preau.plugins.cantine.menu.Course;
import fr.preau.plugins.cantine.menu.Meal;
import fr.preau.plugins.cantine.menu.MealType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A meal as it stands in the form. Immutable.
 *
 * @param dishes its rows, blank ones included
 * @param faults what is wrong with the meal itself, by field
 */
public record MealForm(MealType type, String convives, List<DishForm> dishes, Map<String, String> faults) {
    /** What a lunch is made of: one row of each is always there. */
    private static final List<Course> LUNCH =
            List.of(Course.ENTREE, Course.PLAT, Course.GARNITURE, Course.PRODUIT_LAITIER, Course.DESSERT);

    /** Orders the rows by course, as the meal will be. */
    public MealForm {
        dishes = dishes.stream().sorted(Comparator.comparing(DishForm::course)).toList();
    }

    static MealForm of(Meal meal) {
        return new MealForm(
                meal.type(),
                meal.convives(),
                meal.dishes().stream().map(DishForm::of).toList(),
                Map.of());
    }

    /** The course of a new meal's first row. */
    static Course firstCourse(MealType type) {
        return type == MealType.DEJEUNER ? Course.ENTREE : Course.AUTRE;
    }

    /** A row of the form and its number, which names its fields. */
    public record Numbered(int number, DishForm dish) {}

    /** The rows of a course, with their numbers. */
    public List<Numbered> rows(Course course) {
        return IntStream.range(0, dishes.size())
                .filter(i -> dishes.get(i).course() == course)
                .mapToObj(i -> new Numbered(i, dishes.get(i)))
                .toList();
    }

    MealForm withRow(DishForm row) {
        List<DishForm> rows = new ArrayList<>(dishes);
        rows.add(row);
        return new MealForm(type, convives, rows, faults);
    }

    /** With the rows that are always there. */
    MealForm padded() {
        MealForm padded = this;
        List<Course> wanted = type == MealType.DEJEUNER ? LUNCH : dishes.isEmpty() ? List.of(Course.AUTRE) : List.of();
        for (Course course : wanted) {
            if (padded.rows(course).isEmpty()) {
                padded = padded.withRow(DishForm.empty(course, false));
            }
        }
        return padded;
    }

    MealForm withoutBlanks() {
        return new MealForm(
                type, convives, dishes.stream().filter(dish -> !dish.blank()).toList(), faults);
    }

    Meal meal() {
        return new Meal(type, convives, dishes.stream().map(DishForm::dish).toList());
    }
}
