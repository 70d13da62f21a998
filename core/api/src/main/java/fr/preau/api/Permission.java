package fr.preau.api;

import java.util.Set;

/**
 * A right that a plugin declares.
 *
 * @param name short name inside the plugin; the stable id adds the plugin's: {@code cantine.publish}
 * @param label what it allows, in French
 * @param reach what it is about
 * @param holders the profiles that hold it by default
 */
public record Permission(String name, String label, Reach reach, Set<Profile> holders) {}
