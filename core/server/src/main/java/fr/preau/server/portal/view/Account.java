package fr.preau.server.portal.view;

import fr.preau.server.charter.Standing;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code account.jte}. Sessions are closed by {@code /compte/sessions/{id}/fermer}, all the others by
 * {@code /compte/sessions/autres/fermer}; the person's data are at {@code /compte/donnees} (GET, a download).
 *
 * @param name first and last name
 * @param login the login
 * @param profile the profile in words
 * @param child whether to say “tu”
 * @param classes the person's classes with their school: “CE1-CE2 A, école des Tilleuls”; empty if none
 * @param children a guardian's children; empty for others
 * @param charter which charter was accepted, when and by whom
 * @param spaces the other ENTs of the account; empty for most people
 * @param sessions where the person is signed in, the present one first
 * @param code the code that was typed before, empty if none; {@code code} is posted to {@code /compte/codes}
 * @param codeError key of why it was refused, or null
 */
public record Account(
        String name,
        String login,
        String profile,
        boolean child,
        List<String> classes,
        List<ChildView> children,
        Standing charter,
        List<OtherSpace> spaces,
        List<Session> sessions,
        String code,
        @Nullable String codeError) {

    /** The initials for the avatar. */
    public String initials() {
        return Initials.of(name);
    }

    /** Whether there is another session than the present one. */
    public boolean elsewhere() {
        return sessions.size() > 1;
    }

    /**
     * One sign-in that is still open.
     *
     * @param id for the path that closes it
     * @param device the browser and the machine, in words: “Firefox sur Windows”
     * @param since when it was opened
     * @param seen when it was last used
     * @param present whether this very page was asked by it
     */
    public record Session(String id, String device, Temporal since, Temporal seen, boolean present) {}
}
