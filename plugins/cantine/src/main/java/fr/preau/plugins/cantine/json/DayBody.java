package fr.preau.plugins.cantine.json;

import fr.preau.api.web.BadInput;
import fr.preau.plugins.cantine.menu.ContentRules;
import fr.preau.plugins.cantine.menu.DayContent;
import fr.preau.plugins.cantine.menu.Meal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole day to keep.
 *
 * @param school the school's UAI; all schools if absent
 * @param version the version that was read; absent: whatever is there is replaced
 * @param closed whether nothing is served
 * @param closedReason why
 * @param note a word about the day
 * @param meals all its meals
 */
public record DayBody(
        @Nullable String school,
        @Nullable String version,
        boolean closed,
        @Nullable String closedReason,
        @Nullable String note,
        @Nullable List<MealJson> meals) {

    /** @throws BadInput for the first fault, with its path */
    DayContent content() {
        List<Meal> read = new ArrayList<>();
        List<MealJson> given = meals == null ? List.of() : meals;
        for (int i = 0; i < given.size(); i++) {
            read.add(given.get(i).read("meals[" + i + "]"));
        }
        DayContent content = new DayContent(closed, Terms.text(closedReason), Terms.text(note), read);
        ContentRules.check(content).stream().findFirst().ifPresent(fault -> {
            throw new BadInput(fault.path(), fault.message());
        });
        return content;
    }
}
