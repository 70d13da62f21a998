package fr.preau.plugins.cantine.menu;

import java.util.ArrayList;
import java.util.List;

/** What a day's content must keep, whether it was typed, imported or sent by a program. Pure functions. */
public final class ContentRules {
    private ContentRules() {}

    /**
     * A fault.
     *
     * @param meal index of the meal, -1 if it concerns the day
     * @param dish index of the dish in the meal, -1 if it concerns the meal
     * @param field name of the component: {@code name}
     * @param message what is wrong and what to do, in French
     */
    public record Fault(int meal, int dish, String field, String message) {
        /** Where it is, as programs write it: {@code meals[0].dishes[2].name}. */
        public String path() {
            return (meal < 0 ? "" : "meals[" + meal + "].") + (dish < 0 ? "" : "dishes[" + dish + "].") + field;
        }
    }

    /** The faults of a content; empty if it can be kept. */
    public static List<Fault> check(DayContent content) {
        List<Fault> faults = new ArrayList<>();
        limit(faults, -1, -1, "closedReason", content.closedReason(), DayContent.REASON_MAX);
        limit(faults, -1, -1, "note", content.note(), DayContent.NOTE_MAX);
        if (content.meals().size() > DayContent.MEALS_MAX) {
            faults.add(new Fault(-1, -1, "meals", "Il y a trop de repas pour un seul jour."));
            return faults;
        }
        for (int m = 0; m < content.meals().size(); m++) {
            Meal meal = content.meals().get(m);
            check(faults, m, meal);
            if (content.meals().subList(0, m).stream().anyMatch(meal::sameAs)) {
                faults.add(
                        new Fault(
                                m,
                                -1,
                                "convives",
                                "Ce repas est déjà là pour les mêmes convives. Précisez pour qui il est, ou réunissez les deux."));
            }
        }
        return faults;
    }

    private static void check(List<Fault> faults, int m, Meal meal) {
        limit(faults, m, -1, "convives", meal.convives(), Meal.CONVIVES_MAX);
        if (meal.dishes().size() > Meal.DISHES_MAX) {
            faults.add(new Fault(m, -1, "dishes", "Il y a trop de plats pour un seul repas."));
            return;
        }
        for (int d = 0; d < meal.dishes().size(); d++) {
            Dish dish = meal.dishes().get(d);
            if (dish.name().isEmpty()) {
                faults.add(new Fault(m, d, "name", "Le nom du plat manque."));
            }
            limit(faults, m, d, "name", dish.name(), Dish.NAME_MAX);
            limit(faults, m, d, "code", dish.code(), Dish.CODE_MAX);
            limit(faults, m, d, "label", dish.label(), Dish.LABEL_MAX);
            limit(faults, m, d, "precision", dish.precision(), Dish.PRECISION_MAX);
        }
    }

    private static void limit(List<Fault> faults, int meal, int dish, String field, String text, int max) {
        int length = text.codePointCount(0, text.length());
        if (length > max) {
            faults.add(new Fault(
                    meal, dish, field, "C’est trop long : " + length + " caractères, au lieu de " + max + " au plus."));
        }
    }
}
