package fr.preau.plugins.cantine.file;

/**
 * Where a line of a file says that a meal is served. Immutable. All may be empty.
 *
 * @param name its name
 * @param id its number: a school's UAI, a SIRET, or the town's own
 * @param type the kind of place: “élémentaire”, “EHPAD”
 */
public record Restaurant(String name, String id, String type) {
    /** When a file does not say. */
    public static final Restaurant UNSAID = new Restaurant("", "", "");
}
