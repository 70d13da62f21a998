package fr.preau.plugins.cantine.menu;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day of one school, or of all, as who prepares it sees it: what families see, and the draft that would replace it.
 * Immutable.
 *
 * @param date the day
 * @param place for whom
 * @param draft the draft, null if there is none
 * @param published what families see, null if nothing
 */
public record Slot(
        LocalDate date,
        Place place,
        @Nullable MenuDay draft,
        @Nullable MenuDay published) {

    /** A slot with nothing in it. */
    public static Slot empty(LocalDate date, Place place) {
        return new Slot(date, place, null, null);
    }

    /** The latest state: the draft if there is one; null if there is nothing. */
    public @Nullable MenuDay latest() {
        return draft != null ? draft : published;
    }

    /** Its content; empty if there is nothing. */
    public DayContent content() {
        MenuDay latest = latest();
        return latest == null ? DayContent.EMPTY : latest.content();
    }

    /** A mark that changes with each change; empty if there is nothing. */
    public String mark() {
        MenuDay latest = latest();
        return latest == null ? "" : latest.mark();
    }

    /** Whether the draft would change what families have already seen. */
    public boolean changesPublished() {
        return draft != null && published != null && !draft.content().equals(published.content());
    }
}
