package fr.preau.server.portal.roles;

import fr.preau.api.Profile;
import fr.preau.api.web.BadInput;
import fr.preau.server.access.RightId;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a form says about who holds a right.
 *
 * @param profiles null: as its plugin has it
 * @param minAge from which age pupils have it, null for no limit
 */
record Choice(
        RightId right,
        @Nullable List<Profile> profiles,
        @Nullable Integer minAge) {

    /**
     * Reads it.
     *
     * @param standard not empty: as its plugin has it
     * @throws BadInput if the age is none
     * @throws NotFoundException if there is no such right or profile
     */
    static Choice read(String right, List<String> profiles, String age, String standard) {
        if (!age.isBlank() && !age.strip().matches("[1-9]|1[0-7]")) {
            throw new BadInput("age", "L’âge est un nombre de 1 à 17.");
        }
        try {
            List<Profile> holders = profiles.stream().map(Profile::valueOf).toList();
            return new Choice(
                    RightId.parse(right),
                    standard.isEmpty() ? holders : null,
                    age.isBlank() ? null : Integer.valueOf(age.strip()));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e);
        }
    }
}
