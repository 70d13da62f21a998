package fr.preau.server.http;

/** What was looked at could not be written into the journal, so it is not shown. What the request changed may be kept. */
public final class NotRecorded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With why. */
    public NotRecorded(Throwable cause) {
        super("look-ups of sensitive data are not in the journal", cause);
    }
}
