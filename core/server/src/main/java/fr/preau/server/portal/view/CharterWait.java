package fr.preau.server.portal.view;

import java.util.List;

/**
 * {@code charter-wait.jte}: for a pupil under the age, until a guardian accepts.
 *
 * @param firstName the pupil's
 * @param grownUps first names of those who may; empty if nobody is known
 * @param young whether pictures come first
 */
public record CharterWait(String firstName, List<String> grownUps, boolean young) {}
