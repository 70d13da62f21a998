package fr.preau.plugins.annuaireonde;

/** A file that can't be read as a table; the message says why, in French, and what to do. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    Unreadable(int line, String message) {
        super(message);
        this.line = line;
    }

    /** Where, from 1; 0 if it concerns the whole file. */
    int line() {
        return line;
    }

    /** Why, and what to do. */
    String explanation() {
        return String.valueOf(getMessage());
    }
}
