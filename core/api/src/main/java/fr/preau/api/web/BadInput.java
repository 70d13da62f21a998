package fr.preau.api.web;

/**
 * Something a person sent can't be taken: answered with 422 and this message, as a page or as problem+json (RFC 9457).
 * For a form, prefer showing it again with {@link Page#status status 422}, so that nothing typed is lost.
 */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    /**
     * Refuses a field.
     *
     * @param field the name of the field or of the part of the file (“menu.csv, ligne 3, colonne menuDate”); may be empty
     * @param message what is wrong and what to do, in the user's words
     */
    public BadInput(String field, String message) {
        super(message);
        this.field = field;
    }

    /** Where it is wrong; empty if it concerns the whole. */
    public String field() {
        return field;
    }

    /** What is wrong, in the user's words. */
    public String userMessage() {
        return String.valueOf(getMessage());
    }
}
