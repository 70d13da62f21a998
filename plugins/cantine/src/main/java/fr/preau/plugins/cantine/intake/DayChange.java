package fr.preau.plugins.cantine.intake;

import fr.preau.plugins.cantine.menu.DayContent;
import fr.preau.plugins.cantine.menu.Slot;
import java.util.List;

/**
 * What an import would do to one day. Immutable.
 *
 * @param slot the day as it is kept
 * @param before its content, or that of the menu for all schools which it would replace
 * @param after its content afterwards
 */
public record DayChange(Slot slot, DayContent before, DayContent after) {
    /** Whether there was nothing before. */
    public boolean created() {
        return before.isEmpty();
    }

    /** What would change, in words. */
    public List<Difference> differences() {
        return Difference.between(before, after);
    }
}
