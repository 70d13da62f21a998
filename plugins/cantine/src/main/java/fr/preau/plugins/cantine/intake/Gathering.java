package fr.preau.plugins.cantine.intake;

import fr.preau.api.directory.Problem;
import fr.preau.api.directory.Problem.Severity;
import fr.preau.plugins.cantine.file.MenuLine;
import fr.preau.plugins.cantine.file.MenuReading;
import fr.preau.plugins.cantine.file.Restaurant;
import fr.preau.plugins.cantine.menu.ContentRules;
import fr.preau.plugins.cantine.menu.DayContent;
import fr.preau.plugins.cantine.menu.Dish;
import fr.preau.plugins.cantine.menu.Meal;
import fr.preau.plugins.cantine.menu.MealType;
import fr.preau.plugins.cantine.menu.Place;
import fr.preau.plugins.cantine.menu.Spelling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Puts the lines of a file together into days. Not thread-safe; made for one file. */
final class Gathering {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> elsewhere = new TreeSet<>();
    private final List<IncomingDay> days = new ArrayList<>();
    private int linesElsewhere;

    private record DayKey(LocalDate date, Place place) {}

    private record MealKey(MealType type, String convives) {}

    Gathering(MenuReading reading, Canteens canteens) {
        this.file = reading.file();
        Map<DayKey, List<MenuLine>> byDay = new LinkedHashMap<>();
        for (MenuLine line : reading.lines()) {
            canteens.place(line.restaurant())
                    .ifPresentOrElse(
                            place -> byDay.computeIfAbsent(new DayKey(line.date(), place), key -> new ArrayList<>())
                                    .add(line),
                            () -> {
                                linesElsewhere++;
                                elsewhere.add(name(line.restaurant()));
                            });
        }
        byDay.forEach((key, lines) -> add(key, lines));
    }

    List<IncomingDay> days() {
        return days;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Restaurants whose lines are not for the ENT's schools. */
    Set<String> elsewhere() {
        return elsewhere;
    }

    int linesElsewhere() {
        return linesElsewhere;
    }

    private void add(DayKey key, List<MenuLine> lines) {
        List<MenuLine> dishes =
                lines.stream().filter(line -> line.dish() != null).toList();
        DayContent content;
        if (dishes.isEmpty()) {
            content = DayContent.closed(lines.stream()
                    .map(MenuLine::closedReason)
                    .filter(reason -> !reason.isEmpty())
                    .findFirst()
                    .orElse(""));
        } else {
            lines.stream().filter(line -> line.dish() == null).findFirst().ifPresent(this::closedAndOpen);
            content = new DayContent(false, "", "", meals(dishes));
        }
        var faults = ContentRules.check(content);
        if (faults.isEmpty()) {
            days.add(new IncomingDay(key.date, key.place, lines.get(0).line(), content));
        } else {
            problem(Severity.LINE, lines.get(0), faults.get(0).message() + " Ce jour est laissé de côté.");
        }
    }

    private void closedAndOpen(MenuLine line) {
        problem(
                Severity.WARNING,
                line,
                "Cette ligne dit que c’est fermé, d’autres donnent des plats le même jour : les plats sont gardés.");
    }

    /** Usually one restaurant's. Two that eat the same make one menu; nursery and elementary classes make two. */
    private List<Meal> meals(List<MenuLine> lines) {
        Map<Restaurant, List<MenuLine>> byRestaurant = new LinkedHashMap<>();
        lines.forEach(line -> byRestaurant
                .computeIfAbsent(line.restaurant(), restaurant -> new ArrayList<>())
                .add(line));
        Map<Restaurant, List<Meal>> menus = new LinkedHashMap<>();
        byRestaurant.forEach((restaurant, own) -> menus.put(restaurant, mealsOfOne(own, "")));
        if (menus.values().stream().distinct().count() == 1) {
            return menus.values().iterator().next();
        }
        long types = menus.keySet().stream()
                .map(r -> Spelling.key(r.type()))
                .distinct()
                .count();
        if (types == menus.size()) {
            return byRestaurant.entrySet().stream()
                    .flatMap(
                            entry -> mealsOfOne(entry.getValue(), entry.getKey().type()).stream())
                    .toList();
        }
        problem(
                Severity.WARNING,
                lines.get(0),
                "Plusieurs restaurants donnent des menus différents pour les mêmes écoles ce jour-là ; seul le premier est"
                        + " pris : " + name(lines.get(0).restaurant()) + ".");
        return menus.values().iterator().next();
    }

    private static List<Meal> mealsOfOne(List<MenuLine> lines, String convivesIfUnsaid) {
        Map<MealKey, Set<Dish>> meals = new LinkedHashMap<>();
        for (MenuLine line : lines) {
            Dish dish = line.dish();
            if (dish != null) {
                String convives = line.convives().isEmpty() ? convivesIfUnsaid : line.convives();
                meals.computeIfAbsent(new MealKey(line.meal(), convives), key -> new LinkedHashSet<>())
                        .add(dish);
            }
        }
        return new DayContent(
                        false,
                        "",
                        "",
                        meals.entrySet().stream()
                                .map(meal -> new Meal(
                                        meal.getKey().type(), meal.getKey().convives(), List.copyOf(meal.getValue())))
                                .toList())
                .meals();
    }

    private static String name(Restaurant restaurant) {
        String type = restaurant.type().isEmpty() ? "" : " (" + restaurant.type() + ")";
        return (restaurant.name().isEmpty() ? restaurant.id() : restaurant.name()) + type;
    }

    private void problem(Severity severity, MenuLine line, String message) {
        problems.add(new Problem(severity, file, line.line(), "", message));
    }
}
