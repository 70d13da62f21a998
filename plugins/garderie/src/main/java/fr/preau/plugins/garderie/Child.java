package fr.preau.plugins.garderie;

import java.util.UUID;

/**
 * A child whom the caller may book for.
 *
 * @param id the child
 * @param firstName first name
 * @param className the class
 * @param schoolId the school
 * @param schoolName its name
 */
public record Child(UUID id, String firstName, String className, UUID schoolId, String schoolName) {}
