package fr.preau.testkit;

import fr.preau.api.Profile;
import java.util.UUID;

/**
 * Somebody of a made-up school. Immutable.
 *
 * @param tenantId the tenant
 * @param id the person
 * @param profile what the person is
 * @param name first and last name
 * @param login what {@link EntExtension#as(String)} takes
 */
public record SchoolPerson(int tenantId, UUID id, Profile profile, String name, String login) {}
