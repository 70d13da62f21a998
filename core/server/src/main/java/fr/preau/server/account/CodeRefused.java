package fr.preau.server.account;

/**
 * A code that can't be used: {@code unknown}, {@code used}, {@code expired}, {@code suspended} (its person is), {@code many}
 * (too many tries), or {@code own} (a pupil's, given to a grown-up's account).
 */
public final class CodeRefused extends Exception {
    private static final long serialVersionUID = 1L;

    CodeRefused(String why) {
        super(why);
    }

    /** Its key in the bundle. */
    public String key() {
        return "activate.error." + getMessage();
    }
}
