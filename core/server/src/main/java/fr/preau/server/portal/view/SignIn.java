package fr.preau.server.portal.view;

import org.jspecify.annotations.Nullable;

/**
 * {@code signin.jte}: posts {@code login}, {@code password} and {@code suite} to {@code /connexion}.
 *
 * @param login what was typed before, kept after an error
 * @param next local path to go to afterwards, empty for home
 * @param errorKey {@code signin.error.wrong}, {@code signin.error.locked} or {@code signin.error.suspended}, null if none
 */
public record SignIn(String login, String next, @Nullable String errorKey) {}
