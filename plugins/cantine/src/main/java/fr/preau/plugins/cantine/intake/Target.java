package fr.preau.plugins.cantine.intake;

import fr.preau.api.directory.School;
import fr.preau.api.web.BadInput;
import fr.preau.plugins.cantine.menu.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For whom menus are, as forms, addresses and programs say it. Immutable. */
public final class Target {
    /** As the file says, line by line. */
    public static final String FILE = "FILE";
    /** All the schools of the ENT. */
    public static final String ALL = "ALL";

    private Target() {}

    /** The place of a school; of all if it is the only one, so that a village never has to choose. */
    static Place of(School school, List<School> schools) {
        return schools.size() == 1 ? Place.EVERYWHERE : new Place(school.id(), school.name(), school.uai());
    }

    /**
     * The place that a school's number means.
     *
     * @param uai the number; empty, absent or {@link #ALL} for all schools
     * @throws BadInput if no school of the ENT has it
     */
    public static Place place(@Nullable String uai, List<School> schools) {
        if (uai == null || uai.isBlank() || uai.equals(ALL)) {
            return Place.EVERYWHERE;
        }
        return schools.stream()
                .filter(school -> school.uai().equals(uai.strip()))
                .findFirst()
                .map(school -> of(school, schools))
                .orElseThrow(() -> new BadInput("school", "Aucune école de cet espace n’a le numéro « " + uai + " »."));
    }
}
