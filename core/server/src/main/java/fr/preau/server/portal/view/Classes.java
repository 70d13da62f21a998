package fr.preau.server.portal.view;

import java.util.List;

/**
 * {@code console/classes.jte}. The slips of a class are made by a POST to {@code /console/classes/{id}/fiches.pdf}: it makes
 * new codes, so it must not be a plain link.
 *
 * @param year the school year in words: “2026-2027”
 * @param schools the schools in reach, by name
 * @param leads whether the person imports directories and asks who may what
 */
public record Classes(String year, List<SchoolClasses> schools, boolean leads) {

    /**
     * A school and its classes.
     *
     * @param id for the links
     * @param name the school's name
     * @param uai its number
     * @param commune its commune
     * @param classes by level, then by label
     */
    public record SchoolClasses(String id, String name, String uai, String commune, List<Row> classes) {}

    /**
     * A class.
     *
     * @param id for the links
     * @param name its label
     * @param level its levels, empty if unknown
     * @param pupils how many pupils
     * @param teachers the teachers' names
     * @param waiting how many of its pupils and guardians have no account in use yet
     * @param maySlips whether the person prints its slips
     */
    public record Row(
            String id, String name, String level, int pupils, List<String> teachers, int waiting, boolean maySlips) {}
}
