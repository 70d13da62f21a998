package fr.preau.api.privacy;

import java.util.List;
import java.util.UUID;

/**
 * What a plugin keeps about people. Every plugin has one, if only to say that it keeps nothing
 * ({@link NoPersonalData}). Calls run in one transaction for one tenant. Implementations must be thread-safe.
 */
public interface PersonalData {
    /** The entries for the register of processing (GDPR article 30). Empty if nothing is kept. */
    List<Kept> register();

    /** All that the plugin keeps about this person, for their copy (GDPR article 15), newest first. */
    List<Item> export(UUID personId);

    /**
     * Erases what the plugin keeps about this person, or replaces the name where the text belongs to others too.
     *
     * @return how many rows were changed
     */
    int erase(UUID personId);

    /**
     * One line of the register.
     *
     * @param what the data, in French: “Billets et commentaires”
     * @param purpose what for: “Faire vivre le blog de la classe”
     * @param retention how long: “Jusqu'à la fin de l'année scolaire suivante”
     */
    record Kept(String what, String purpose, String retention) {}

    /**
     * One thing kept about a person.
     *
     * @param kind what it is: “Billet”
     * @param date when, ISO 8601, or empty
     * @param text its content, readable by the person
     */
    record Item(String kind, String date, String text) {}
}
