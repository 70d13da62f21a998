package fr.preau.plugins.cantine.file;

import fr.preau.plugins.cantine.menu.Dish;
import fr.preau.plugins.cantine.menu.MealType;
import fr.preau.plugins.cantine.menu.Spelling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line per dish: SCDL “menus-collectifs” in all its versions, and plain spreadsheets with a date and a dish. Only those
 * two columns are needed; without a meal it is lunch, without a course it is not said.
 */
final class DishPerLine implements Layout {
    @Override
    public boolean recognises(List<String> titles) {
        Headers headers = new Headers(titles);
        return headers.has(Column.DATE) && headers.has(Column.NAME);
    }

    @Override
    public Lines read(Sheet sheet, Findings findings) {
        Headers headers = new Headers(sheet.headers());
        List<MenuLine> lines = new ArrayList<>();
        for (Sheet.Row row : sheet.rows()) {
            String day = headers.value(row, Column.DATE);
            Optional<LocalDate> date = Dates.read(day);
            if (date.isEmpty()) {
                findings.leaveOut(
                        row.line(),
                        headers.title(Column.DATE),
                        day.isEmpty()
                                ? "La date manque."
                                : "« " + day + " » n’est pas une date. Écrivez-la ainsi : 2026-11-23.");
                continue;
            }
            read(row, headers, date.get(), findings, lines);
        }
        return new Lines(lines, headers.ignored());
    }

    private static void read(Sheet.Row row, Headers headers, LocalDate date, Findings findings, List<MenuLine> lines) {
        String cell = headers.value(row, Column.NAME);
        // Some programs write the whole meal as a list in one cell.
        List<String> names = CellList.bracketed(cell) ? CellList.of(cell) : List.of(cell);
        DishDetails details = new DishDetails(row, headers, findings);
        Restaurant restaurant = new Restaurant(
                headers.value(row, Column.RESTAURANT_NAME),
                headers.value(row, Column.RESTAURANT_ID),
                headers.value(row, Column.RESTAURANT_TYPE));
        MealType meal = details.term(Column.MEAL, MealType.WORDS, MealType.DEJEUNER, MealType.AUTRE);
        String convives = convives(headers.value(row, Column.CONVIVES));
        for (String name : names) {
            Optional<String> closed = ClosedDay.reason(name);
            if (closed.isPresent()) {
                lines.add(new MenuLine(row.line(), restaurant, date, meal, convives, null, closed.get()));
            } else if (name.isEmpty()) {
                findings.leaveOut(row.line(), headers.title(Column.NAME), "Le nom du plat manque.");
            } else if (name.length() > Dish.NAME_MAX) {
                findings.leaveOut(
                        row.line(),
                        headers.title(Column.NAME),
                        "Le nom du plat a " + name.length() + " caractères ; il en faut " + Dish.NAME_MAX
                                + " au plus. Mettez un plat par ligne, ou raccourcissez.");
            } else {
                lines.add(new MenuLine(row.line(), restaurant, date, meal, convives, details.dish(name), ""));
            }
        }
    }

    private static String convives(String cell) {
        return Spelling.key(cell).equals(Spelling.key("tous")) ? "" : cell;
    }
}
