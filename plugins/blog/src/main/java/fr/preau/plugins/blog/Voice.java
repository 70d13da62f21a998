package fr.preau.plugins.blog;

import fr.preau.api.Caller;

/** Children are spoken to as “tu”, adults as “vous”: the end of a bundle key that exists in both. */
public final class Voice {

    private Voice() {}

    /** The key for this person: {@code "sent"} is {@code "sent.tu"} or {@code "sent.vous"}. */
    public static String key(String key, Caller caller) {
        return key + (caller.profile().isChild() ? ".tu" : ".vous");
    }
}
