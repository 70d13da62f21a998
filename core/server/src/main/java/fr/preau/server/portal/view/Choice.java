package fr.preau.server.portal.view;

/**
 * One entry of a select.
 *
 * @param value what is sent; empty for “all”
 * @param label what is shown
 */
public record Choice(String value, String label) {}
