package fr.preau.server.portal.view;

import java.util.List;
import java.util.Map;

/**
 * {@code activate.jte}: posts {@code code}, {@code login}, {@code password} and {@code password2} to {@code /activation}.
 *
 * @param code the code that was accepted
 * @param personName for whom the account is
 * @param firstName first name alone
 * @param child whether to say “tu”
 * @param profile the profile in words: “Parent”, “Élève”
 * @param about what the account gives to see: classes, or children with their class; may be empty
 * @param login suggested, or typed before
 * @param errors keys of messages by field: {@code login} → {@code activate.error.login-taken} or
 *     {@code activate.error.login}; {@code password} → {@code password.error.short}, {@code short-child}, {@code long} or {@code easy};
 *     {@code password2} → {@code password.error.repeat}
 */
public record Activate(
        String code,
        String personName,
        String firstName,
        boolean child,
        String profile,
        List<String> about,
        String login,
        Map<String, String> errors) {

    /** The initials for the avatar. */
    public String initials() {
        return Initials.of(personName);
    }
}
