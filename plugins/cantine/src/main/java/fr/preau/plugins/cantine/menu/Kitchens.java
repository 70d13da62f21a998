package fr.preau.plugins.cantine.menu;

import fr.preau.api.Caller;
import fr.preau.api.access.Access;
import fr.preau.api.directory.Directory;
import fr.preau.api.directory.School;
import fr.preau.api.web.BadInput;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** For which schools somebody prepares menus. The menu for all schools is for who prepares those of each. Thread-safe. */
public final class Kitchens {
    private final Access access;
    private final Directory directory;

    @Inject
    Kitchens(Access access, Directory directory) {
        this.access = access;
        this.directory = directory;
    }

    /**
     * Asks whether the person may change these menus.
     *
     * @throws BadInput if one is for a school of somebody else's
     */
    void require(Caller caller, Collection<Slot> slots) {
        for (Place place : slots.stream().map(Slot::place).distinct().toList()) {
            UUID one = place.schoolId();
            List<UUID> schools = one != null
                    ? List.of(one)
                    : directory.schools().stream().map(School::id).toList();
            for (UUID school : schools) {
                if (!access.may(caller, "publish", fr.preau.api.access.Place.school(school))) {
                    throw new BadInput(
                            "school",
                            place.everywhere()
                                    ? "Le menu de toutes les écoles est préparé par qui prépare ceux de chacune : choisissez une école."
                                    : "Vous ne préparez pas les menus de cette école : " + place.name() + ".");
                }
            }
        }
    }
}
