package fr.preau.server.portal.view;

/**
 * {@code charter-children.jte}: a guardian accepts for children, later than for themselves. Posts {@code enfant} to
 * {@code /charte/enfants}.
 *
 * @param family the children
 * @param stale whether the guardian had just sent the form of another version
 */
public record CharterChildren(CharterFamily family, boolean stale) {}
