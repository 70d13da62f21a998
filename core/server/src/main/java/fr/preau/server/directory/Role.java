package fr.preau.server.directory;

/** Roles of a membership; their names are those of the table. */
enum Role {
    /** Attends a class. */
    PUPIL("élève"),
    /** Teaches a class, or in the school at large. */
    TEACHER("enseignement"),
    /** Heads the school. */
    HEAD("direction de l’école"),
    /** Works there otherwise. */
    STAFF("personnel");

    private final String words;

    Role(String words) {
        this.words = words;
    }

    /** In French. */
    String words() {
        return words;
    }
}
