package fr.preau.plugins.cantine.file;

/** A file of which nothing can be taken. The message says why and what to do, in French. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    Unreadable(int line, String message) {
        super(message);
        this.line = line;
    }

    /** The line, from 1; 0 if it concerns the whole file. */
    int line() {
        return line;
    }

    String userMessage() {
        return String.valueOf(getMessage());
    }
}
