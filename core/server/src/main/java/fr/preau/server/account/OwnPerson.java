package fr.preau.server.account;

import fr.preau.api.Profile;
import java.util.UUID;

/**
 * One of the persons that an account may be: a guardian with children in two communes has one in each. Immutable.
 *
 * @param tenantId the person's tenant
 * @param tenantName the tenant's name for people
 * @param personId the person
 * @param profile what the person is there
 * @param name first and last name there
 */
public record OwnPerson(int tenantId, String tenantName, UUID personId, Profile profile, String name) {}
