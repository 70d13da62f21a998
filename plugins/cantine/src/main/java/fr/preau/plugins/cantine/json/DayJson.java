package fr.preau.plugins.cantine.json;

import fr.preau.plugins.cantine.menu.DayState;
import fr.preau.plugins.cantine.menu.Meal;
import fr.preau.plugins.cantine.menu.MenuDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day as it is kept.
 *
 * @param school the school's UAI, null for all schools
 * @param state {@code DRAFT} or {@code PUBLISHED}
 * @param version changes with each change: give it back to write only over what you read
 * @param meals none on a closed day, unless it is read as who prepares it
 */
public record DayJson(
        LocalDate date,
        @Nullable String school,
        DayState state,
        String version,
        boolean closed,
        String closedReason,
        String note,
        List<MealJson> meals,
        @Nullable Instant publishedAt,
        @Nullable Instant modifiedAt,
        String modificationReason) {

    /** As families see it. */
    static DayJson shown(MenuDay day) {
        return of(day, day.content().served());
    }

    /** As who prepares it sees it: with what a closed day had planned. */
    static DayJson whole(MenuDay day) {
        return of(day, day.content().meals());
    }

    private static DayJson of(MenuDay day, List<Meal> meals) {
        return new DayJson(
                day.date(),
                day.place().everywhere() ? null : day.place().uai(),
                day.state(),
                day.mark(),
                day.content().closed(),
                day.content().closedReason(),
                day.content().note(),
                meals.stream().map(MealJson::of).toList(),
                day.trace().publishedAt(),
                day.trace().modifiedAt(),
                day.trace().modificationReason());
    }
}
