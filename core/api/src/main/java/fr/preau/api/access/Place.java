package fr.preau.api.access;

import java.util.UUID;

/**
 * Where a right is asked for. Immutable.
 *
 * @param kind what kind of place
 * @param id its id; meaningless for {@link Kind#ANYWHERE}
 */
public record Place(Kind kind, UUID id) {
    private static final Place ANYWHERE = new Place(Kind.ANYWHERE, new UUID(0, 0));

    /** The kinds of places. */
    public enum Kind {
        /** No matter where: enough to enter a service. */
        ANYWHERE,
        /** A school. */
        SCHOOL,
        /** A class. */
        CLASS,
        /** A group that somebody made by hand. */
        GROUP,
        /** Something that a plugin keeps and people share. */
        RESOURCE
    }

    /** No matter where. */
    public static Place anywhere() {
        return ANYWHERE;
    }

    /** A school. */
    public static Place school(UUID id) {
        return new Place(Kind.SCHOOL, id);
    }

    /** A class. */
    public static Place schoolClass(UUID id) {
        return new Place(Kind.CLASS, id);
    }

    /** A group. */
    public static Place group(UUID id) {
        return new Place(Kind.GROUP, id);
    }

    /** A thing that was shared. */
    public static Place resource(UUID id) {
        return new Place(Kind.RESOURCE, id);
    }
}
