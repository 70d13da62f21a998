package fr.preau.server.portal.view;

import java.util.Map;

/**
 * {@code password.jte}: posts {@code current}, {@code password} and {@code password2} to {@code /mot-de-passe}.
 *
 * @param login the person's login, for password managers
 * @param child whether to say “tu”
 * @param forced whether it must be changed before anything else (it was given by a teacher)
 * @param errors keys of messages by field: {@code current} → {@code password.error.current}; {@code password} →
 *     {@code password.error.short}, {@code short-child}, {@code long} or {@code easy}; {@code password2} →
 *     {@code password.error.repeat}
 */
public record ChangePassword(String login, boolean child, boolean forced, Map<String, String> errors) {}
