package fr.preau.plugins.cantine.file;

import fr.preau.plugins.cantine.menu.Dish;
import fr.preau.plugins.cantine.menu.MealType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was read on one line about one dish, or about a closed day. Immutable.
 *
 * @param line where, from 1
 * @param restaurant for whom
 * @param date the day
 * @param meal which meal
 * @param convives who eats; empty for everyone
 * @param dish the dish, null if the line says that the day is closed
 * @param closedReason why it is closed; empty if it is not or if nothing more was said
 */
public record MenuLine(
        int line,
        Restaurant restaurant,
        LocalDate date,
        MealType meal,
        String convives,
        @Nullable Dish dish,
        String closedReason) {}
