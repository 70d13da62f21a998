package fr.preau.plugins.annuaireonde;

/** The three lists that ONDE exports. */
enum FileKind {
    /** Élèves. */
    PUPILS("pupils", "des élèves"),
    /** Responsables des élèves. */
    GUARDIANS("guardians", "des responsables"),
    /** Enseignants. */
    TEACHERS("teachers", "des enseignants");

    private final String key;
    private final String of;

    FileKind(String key, String of) {
        this.key = key;
        this.of = of;
    }

    /** Its name in {@code columns.properties}. */
    String key() {
        return key;
    }

    /** For a sentence: “le fichier des élèves”. */
    String of() {
        return of;
    }
}
