package fr.preau.server.portal.view;

import java.util.List;
import java.util.Map;

/**
 * {@code activate.jte}: posts {@code code}, {@code login}, {@code password} and {@code password2} to {@code /activation}; for
 * an account that exists, {@code code}, {@code known} and {@code secret} to {@code /activation/compte}, or {@code code} alone
 * to {@code /compte/codes} if its owner is signed in.
 *
 * @param code the code that was accepted
 * @param personName for whom the account is
 * @param firstName first name alone
 * @param child whether to say “tu”
 * @param profile the profile in words: “Parent”, “Élève”
 * @param about what the account gives to see: classes, or children with their class; may be empty
 * @param login suggested, or typed before
 * @param known the login of an existing account that was typed before, empty if none
 * @param present the grown-up who is signed in, empty if nobody is
 * @param errors keys of messages by field: {@code login} → {@code activate.error.login-taken} or
 *     {@code activate.error.login}; {@code password} → {@code password.error.short}, {@code short-child}, {@code long} or {@code easy};
 *     {@code password2} → {@code password.error.repeat}; {@code secret} → {@code signin.error.wrong} or {@code locked}
 */
public record Activate(
        String code,
        String personName,
        String firstName,
        boolean child,
        String profile,
        List<String> about,
        String login,
        String known,
        String present,
        Map<String, String> errors) {

    /** The initials for the avatar. */
    public String initials() {
        return Initials.of(personName);
    }
}
