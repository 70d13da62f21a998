package fr.preau.plugins.cantine.file;

import fr.preau.plugins.cantine.menu.Course;
import fr.preau.plugins.cantine.menu.Dish;
import fr.preau.plugins.cantine.menu.MealType;
import fr.preau.plugins.cantine.menu.Spelling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line per day, a column per course: what most communes publish. A cell may hold several dishes, one a line. Such files
 * say nothing of allergens.
 */
final class DayPerLine implements Layout {
    /** A line break inside one dish: “melon” / “ou pastèque”. */
    private static final Pattern CONTINUED = Pattern.compile("\\s*\\R\\s*(?=(?:ou|et|à|au|aux|avec|sauce)\\s)");

    private static final Pattern NUMBER = Pattern.compile("[ _]*\\d+$");

    /** Where a column's dishes go. */
    private record Place(MealType meal, Course course) {}

    @Override
    public boolean recognises(List<String> titles) {
        return new Headers(titles).has(Column.DATE)
                && new HashSet<>(places(titles).values()).size() >= 2;
    }

    private static Map<Integer, Place> places(List<String> titles) {
        Map<Integer, Place> places = new LinkedHashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            String title = NUMBER.matcher(Spelling.tidy(titles.get(i))).replaceFirst("");
            Optional<MealType> meal = MealType.WORDS.find(title).filter(type -> type != MealType.AUTRE);
            if (meal.isPresent()) {
                places.put(i, new Place(meal.get(), Course.AUTRE));
            } else {
                int column = i;
                Course.WORDS.find(title).ifPresent(course -> places.put(column, new Place(MealType.DEJEUNER, course)));
            }
        }
        return places;
    }

    @Override
    public Lines read(Sheet sheet, Findings findings) {
        Headers headers = new Headers(sheet.headers());
        Map<Integer, Place> places = places(sheet.headers());
        List<MenuLine> lines = new ArrayList<>();
        for (Sheet.Row row : sheet.rows()) {
            String day = headers.value(row, Column.DATE);
            Optional<LocalDate> date = Dates.read(day);
            if (date.isEmpty()) {
                findings.leaveOut(
                        row.line(),
                        headers.title(Column.DATE),
                        "« " + day + " » n’est pas une date. Écrivez-la ainsi : 23/11/2026.");
                continue;
            }
            Restaurant restaurant = new Restaurant(headers.value(row, Column.RESTAURANT_NAME), "", "");
            places.forEach((column, place) -> CONTINUED
                    .matcher(row.cell(column))
                    .replaceAll(" ")
                    .lines()
                    .map(Spelling::tidy)
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> read(
                                    row.line(),
                                    sheet.headers().get(column),
                                    restaurant,
                                    date.get(),
                                    place,
                                    name,
                                    findings)
                            .ifPresent(lines::add)));
        }
        return new Lines(lines, ignored(headers, places));
    }

    private static Optional<MenuLine> read(
            int line,
            String title,
            Restaurant restaurant,
            LocalDate date,
            Place place,
            String name,
            Findings findings) {
        Optional<String> closed = ClosedDay.reason(name);
        if (closed.isPresent()) {
            return Optional.of(new MenuLine(line, restaurant, date, place.meal, "", null, closed.get()));
        }
        if (name.length() > Dish.NAME_MAX) {
            findings.leaveOut(
                    line,
                    title,
                    "Le nom du plat a " + name.length() + " caractères ; il en faut " + Dish.NAME_MAX
                            + " au plus. Allez à la ligne dans la cellule entre deux plats, ou raccourcissez.");
            return Optional.empty();
        }
        return Optional.of(new MenuLine(line, restaurant, date, place.meal, "", Dish.named(place.course, name), ""));
    }

    private static List<String> ignored(Headers headers, Map<Integer, Place> places) {
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < headers.titles().size(); i++) {
            String title = headers.titles().get(i);
            boolean read = places.containsKey(i) || Column.DATE.isNamed(title) || Column.RESTAURANT_NAME.isNamed(title);
            if (!read && !title.isEmpty()) {
                ignored.add(title);
            }
        }
        return ignored;
    }
}
