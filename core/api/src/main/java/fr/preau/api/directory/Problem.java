package fr.preau.api.directory;

/**
 * Something wrong in a file, located for the person who must correct it.
 *
 * @param severity how bad
 * @param file the file's name
 * @param line the line, from 1 (the header); 0 if it concerns the whole file
 * @param column the column's header; empty if it concerns the whole line
 * @param message what is wrong and what to do, in French
 */
public record Problem(Severity severity, String file, int line, String column, String message) {
    /** How bad a problem is. */
    public enum Severity {
        /** The line is taken, something in it should be looked at. */
        WARNING,
        /** The line is left out, the others are taken. */
        LINE,
        /** The file can't be read at all; nothing can be imported. */
        FILE
    }
}
