package fr.preau.api.directory;

import fr.preau.api.Profile;
import java.util.UUID;

/**
 * A person of the tenant.
 *
 * @param id the id
 * @param profile what the person is
 * @param firstName first name
 * @param lastName the name in use
 */
public record Person(UUID id, Profile profile, String firstName, String lastName) {
    /** First and last name. */
    public String displayName() {
        return firstName + " " + lastName;
    }
}
