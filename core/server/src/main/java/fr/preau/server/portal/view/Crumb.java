package fr.preau.server.portal.view;

/**
 * One step of the way back.
 *
 * @param label the page's title
 * @param href absolute path
 */
public record Crumb(String label, String href) {}
