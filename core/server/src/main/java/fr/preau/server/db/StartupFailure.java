package fr.preau.server.db;

/** Something that keeps the server from starting and that the person who started it can mend: shown as one line. */
public final class StartupFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong and what to do, in French, in one line. */
    public StartupFailure(String message) {
        super(message);
    }

    /** The same, with the cause for the log. */
    public StartupFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
