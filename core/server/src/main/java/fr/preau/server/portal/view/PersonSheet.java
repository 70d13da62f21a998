package fr.preau.server.portal.view;

import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code console/person.jte}. Actions are empty POST forms below {@code /console/personnes/{id}/}: {@code code},
 * {@code mot-de-passe}, {@code suspendre}, {@code retablir}. The first two answer with this page again and a
 * {@link Secret}, shown once.
 *
 * @param id the person
 * @param name first and last name
 * @param profile the profile in words
 * @param birthDate date of birth, null if unknown
 * @param ine national pupil number, empty if none
 * @param email e-mail, empty if none
 * @param phones telephone numbers
 * @param addresses postal addresses, one line each
 * @param service the municipal service, empty if none
 * @param source where the record comes from: “ONDE”; empty if typed in
 * @param memberships classes and schools, present ones first
 * @param ties family ties, the children of a guardian or the guardians of a pupil
 * @param account what is known of the account
 * @param may what the viewer may do
 * @param secret a code or a password that was just made, null otherwise
 */
public record PersonSheet(
        String id,
        String name,
        String profile,
        @Nullable LocalDate birthDate,
        String ine,
        String email,
        List<String> phones,
        List<String> addresses,
        String service,
        String source,
        List<Membership> memberships,
        List<Tie> ties,
        AccountFacts account,
        Actions may,
        @Nullable Secret secret) {

    /** The initials for the avatar. */
    public String initials() {
        return Initials.of(name);
    }

    /**
     * A membership.
     *
     * @param where class and school: “CE1-CE2 A, école des Tilleuls”
     * @param role the role in words: “élève”, “enseigne”, “dirige”
     * @param since its first day
     * @param until the day it ended, null if it goes on
     */
    public record Membership(
            String where,
            String role,
            LocalDate since,
            @Nullable LocalDate until) {}

    /**
     * A family tie.
     *
     * @param personId the other person
     * @param name the other person's name
     * @param tie the tie in words: “mère”, “responsable”; may be empty
     * @param authority whether there is parental authority
     * @param contact whether contact is allowed
     */
    public record Tie(String personId, String name, String tie, boolean authority, boolean contact) {}

    /**
     * What is known of the account.
     *
     * @param state its state
     * @param login the login, empty if there is no account
     * @param seen the last visit, null if none
     * @param codeUntil until when the code given works, null if none waits
     */
    public record AccountFacts(
            AccountState state,
            String login,
            @Nullable Temporal seen,
            @Nullable LocalDate codeUntil) {}

    /**
     * What the viewer may do.
     *
     * @param giveCode make a new activation code (the person has no account yet)
     * @param resetPassword make a new password
     * @param suspend close or reopen the account
     */
    public record Actions(boolean giveCode, boolean resetPassword, boolean suspend) {
        /** Whether there is anything to do. */
        public boolean any() {
            return giveCode || resetPassword || suspend;
        }
    }

    /**
     * Something that is shown once and can't be read again.
     *
     * @param password true for a password, false for an activation code
     * @param value as one types it
     * @param until the last day on which a code works, null for a password
     */
    public record Secret(
            boolean password, String value, @Nullable LocalDate until) {
        /** In groups of four for a code, in one piece for a password. */
        public List<String> groups() {
            return password ? List.of(value) : CodeGroups.of(value);
        }
    }
}
