package fr.preau.server.directory;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One difference between the files and the directory, in French. Immutable.
 *
 * @param subject what it is about
 * @param kind what happens
 * @param who the person's or the class's name
 * @param about what more is needed to understand: “élève”, “responsable de Zoé Oeuvrard”; may be empty
 * @param fields what changes, from what to what; may be empty
 */
public record Change(Subject subject, Kind kind, String who, String about, List<Field> fields) {

    /** What a change is about, in the order to show. */
    public enum Subject {
        /** Classes. */
        CLASS("Classes"),
        /** Pupils, as people. */
        PUPIL("Élèves"),
        /** Teachers and heads, as people. */
        TEACHER("Enseignants"),
        /** Guardians, as people. */
        GUARDIAN("Responsables"),
        /** Who attends, teaches or heads what. */
        MEMBERSHIP("Rattachements"),
        /** Who is responsible for which pupil. */
        GUARDIANSHIP("Liens de responsabilité");

        private final String title;

        Subject(String title) {
            this.title = title;
        }

        /** In words, plural: “Élèves”. */
        public String title() {
            return title;
        }
    }

    /** What happens. */
    public enum Kind {
        /** Something new. */
        CREATED,
        /** Something else than before. */
        UPDATED,
        /** Something is over: its line stays, with today's date. */
        ENDED
    }

    /**
     * A value that changes.
     *
     * @param label what it is: “Prénom”
     * @param before what it was, empty if nothing
     * @param after what it becomes, empty if nothing
     */
    public record Field(String label, String before, String after) {
        @Override
        public String toString() {
            if (before.isEmpty()) {
                return label + " : " + after;
            }
            return label + " : " + before + " → " + (after.isEmpty() ? "rien" : after);
        }
    }

    /** All but the name, in one line: “élève, classe : CP → CE1”. */
    public String detail() {
        String values = fields.stream().map(Field::toString).collect(Collectors.joining(" ; "));
        return about.isEmpty() || values.isEmpty() ? about + values : about + ", " + values;
    }
}
