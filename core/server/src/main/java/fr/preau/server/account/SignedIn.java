package fr.preau.server.account;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import java.util.UUID;

/**
 * A session and its person. Immutable.
 *
 * @param caller the person
 * @param accountId the account
 * @param login the account's login
 * @param sessionId names the session without opening it: the first part of its hash
 * @param mustChangePassword whether a new password comes first
 * @param charterAccepted whether nothing about the charter in force comes first
 * @param several whether the account owns other persons too
 * @param unread how many notices the person has not read
 */
public record SignedIn(
        Caller caller,
        UUID accountId,
        String login,
        String sessionId,
        boolean mustChangePassword,
        boolean charterAccepted,
        boolean several,
        int unread) {
    /** Whether the person has the console: administrators and heads. */
    public boolean hasConsole() {
        return caller.administrator() || caller.is(Profile.HEAD, Profile.TEACHER);
    }
}
