package fr.preau.server.account;

import fr.preau.api.Profile;
import java.util.UUID;

/**
 * For whom a code is. Immutable.
 *
 * @param tenantId the person's tenant
 * @param personId the person
 * @param profile what the person is
 * @param firstName first name
 * @param lastName usual or last name
 */
public record Invitation(int tenantId, UUID personId, Profile profile, String firstName, String lastName) {
    /** First and last name. */
    public String name() {
        return firstName + " " + lastName;
    }
}
