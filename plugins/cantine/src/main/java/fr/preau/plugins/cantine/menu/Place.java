package fr.preau.plugins.cantine.menu;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For whom a menu is: one school, or all those that have no menu of their own. Immutable.
 *
 * @param schoolId the school, null for all
 * @param name its name, empty for all
 * @param uai its number in the national register, empty for all
 */
public record Place(@Nullable UUID schoolId, String name, String uai) {
    /** All the schools of the ENT. */
    public static final Place EVERYWHERE = new Place(null, "", "");

    /** Whether it is for all schools. */
    public boolean everywhere() {
        return schoolId == null;
    }
}
