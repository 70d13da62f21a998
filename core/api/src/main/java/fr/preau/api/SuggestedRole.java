package fr.preau.api;

import java.util.List;

/**
 * A role that a plugin brings: each ENT gets it once, and may then change, rename or remove it.
 *
 * @param id short name inside the plugin, stable: {@code agent}
 * @param name its name, in French: “Agent de restauration”
 * @param rights short names of the plugin's rights
 */
public record SuggestedRole(String id, String name, List<String> rights) {}
