package fr.preau.plugins.cantine.menu;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * What one row of a reading holds: a day, and one of its dishes unless it has none. The day's columns are the same on each
 * of its rows.
 */
public record DayLine(
        MenuDay day,
        @Nullable MealType meal,
        String convives,
        @Nullable Dish dish) {

    /** Reads the columns of {@link MenuDao#COLUMNS}. Thread-safe. */
    public static final class Mapper implements RowMapper<DayLine> {
        @Override
        public DayLine map(ResultSet row, StatementContext context) throws SQLException {
            MenuDay day = new MenuDay(
                    row.getObject("id", UUID.class),
                    row.getInt("version"),
                    row.getObject("day", LocalDate.class),
                    new Place(row.getObject("school_id", UUID.class), text(row, "school_name"), text(row, "uai")),
                    DayState.valueOf(row.getString("state")),
                    new DayContent(
                            row.getBoolean("closed"), row.getString("closed_reason"), row.getString("note"), List.of()),
                    new Trace(
                            row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                            text(row, "saved_by_name"),
                            instant(row, "published_at"),
                            instant(row, "modified_at"),
                            row.getString("modification_reason")));
            String meal = row.getString("meal");
            return meal == null
                    ? new DayLine(day, null, "", null)
                    : new DayLine(day, MealType.valueOf(meal), row.getString("convives"), dish(row));
        }

        private static Dish dish(ResultSet row) throws SQLException {
            String allergens = row.getString("allergens");
            return new Dish(
                    Course.valueOf(row.getString("course")),
                    row.getString("name"),
                    row.getString("code"),
                    terms(Siqo.class, row.getString("siqo")),
                    row.getString("label"),
                    terms(Regime.class, row.getString("regimes")),
                    row.getString("precisions"),
                    allergens == null ? Allergens.UNKNOWN : Allergens.of(terms(Allergen.class, allergens)));
        }

        private static <E extends Enum<E>> List<E> terms(Class<E> type, String names) {
            return names.isEmpty()
                    ? List.of()
                    : Arrays.stream(names.split(" ", -1))
                            .map(name -> Enum.valueOf(type, name))
                            .toList();
        }

        private static String text(ResultSet row, String column) throws SQLException {
            String text = row.getString(column);
            return text == null ? "" : text;
        }

        private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
            OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        }
    }

    /** Puts rows together again, in their order: each day with its meals. */
    static List<MenuDay> gather(List<DayLine> lines) {
        Map<UUID, List<DayLine>> byDay = new LinkedHashMap<>();
        for (DayLine line : lines) {
            byDay.computeIfAbsent(line.day.id(), id -> new ArrayList<>()).add(line);
        }
        return byDay.values().stream().map(DayLine::day).toList();
    }

    private record MealKey(MealType type, String convives) {}

    private static MenuDay day(List<DayLine> lines) {
        Map<MealKey, List<Dish>> meals = new LinkedHashMap<>();
        for (DayLine line : lines) {
            if (line.meal != null && line.dish != null) {
                meals.computeIfAbsent(new MealKey(line.meal, line.convives), key -> new ArrayList<>())
                        .add(line.dish);
            }
        }
        MenuDay bare = lines.get(0).day;
        DayContent said = bare.content();
        DayContent whole = new DayContent(
                said.closed(),
                said.closedReason(),
                said.note(),
                meals.entrySet().stream()
                        .map(meal ->
                                new Meal(meal.getKey().type(), meal.getKey().convives(), meal.getValue()))
                        .toList());
        return new MenuDay(bare.id(), bare.version(), bare.date(), bare.place(), bare.state(), whole, bare.trace());
    }
}
