package fr.preau.server.charter;

/**
 * One rule of a charter. Immutable.
 *
 * @param title the rule in a few words
 * @param text what it means; may be empty
 * @param icon name of a Lucide icon
 */
public record Article(String title, String text, String icon) {}
