package fr.preau.server.portal.view;

import java.util.Locale;

/** What a person's account is, as the console says it. */
public enum AccountState {
    /** No account yet, no code given. */
    NONE(""),
    /** A code was given and not used yet. */
    INVITED("wait"),
    /** The person has signed in with it. */
    ACTIVE("done"),
    /** Too many wrong passwords: closed for some minutes. */
    LOCKED("wait"),
    /** Closed by hand. */
    SUSPENDED("stop");

    private final String cssClass;

    AccountState(String cssClass) {
        this.cssClass = cssClass;
    }

    /** The class of its tag. */
    public String cssClass() {
        return cssClass;
    }

    /** The key of its label: {@code account.state.invited}. */
    public String key() {
        return "account.state." + name().toLowerCase(Locale.ROOT);
    }
}
