package fr.preau.api.directory;

import java.util.UUID;

/**
 * A class of a school in a school year.
 *
 * @param id its id
 * @param schoolId its school
 * @param schoolName the school's name
 * @param name its label, as the school wrote it: “CE1-CE2 A”
 * @param level its levels: “CE1”, “CE1, CE2”; empty if unknown
 */
public record SchoolClass(UUID id, UUID schoolId, String schoolName, String name, String level) {}
