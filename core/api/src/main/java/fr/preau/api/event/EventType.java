package fr.preau.api.event;

/**
 * An event that a plugin publishes.
 *
 * @param name its short name, {@code [a-z][a-z0-9-]*}; the stable name is {@code <plugin>.<name>}
 * @param label what happened, in French, for the console: “Billet publié”
 * @param payload the record that says more
 */
public record EventType(String name, String label, Class<? extends Record> payload) {}
