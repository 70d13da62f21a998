package fr.preau.server.access;

import fr.preau.api.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What decisions need to know of a person, as read: also what is over or has yet to begin, so that a refusal can say what is
 * near. Immutable.
 *
 * @param id the person
 * @param name first and last name
 * @param profile what the person is
 * @param birthDate date of birth, null if unknown
 * @param service municipal service, empty if none
 * @param suspendedAt since when the account is suspended, null if it is not
 * @param administrator whether the person administers the ENT
 * @param delegate whether the person acts for a party of the convention
 * @param memberships in schools and classes, past ones too
 * @param children the children the person is a guardian of, with or without authority
 * @param groups groups made by hand
 * @param grants the roles given to the person, or to a group the person is or was in
 */
public record PersonFacts(
        UUID id,
        String name,
        Profile profile,
        @Nullable LocalDate birthDate,
        String service,
        @Nullable Instant suspendedAt,
        boolean administrator,
        boolean delegate,
        List<Membership> memberships,
        List<Child> children,
        List<GroupMembership> groups,
        List<Grant> grants) {

    /** A place in a school or a class; {@code until}: the first day on which it no longer holds. */
    public record Membership(
            UUID school,
            @Nullable UUID schoolClass,
            String role,
            LocalDate since,
            @Nullable LocalDate until,
            String source) {
        /** What a person is there. */
        Profile profile() {
            return role.equals("STAFF") ? Profile.SCHOOL_STAFF : Profile.valueOf(role);
        }

        boolean holds(LocalDate day) {
            return within(since, until, day);
        }
    }

    /** A child. */
    public record Child(
            UUID id,
            String name,
            boolean authority,
            boolean contact,
            LocalDate since,
            @Nullable LocalDate until,
            List<Membership> memberships) {
        boolean holds(LocalDate day) {
            return within(since, until, day);
        }
    }

    /** A place in a group. */
    public record GroupMembership(
            UUID group, LocalDate since, @Nullable LocalDate until) {
        boolean holds(LocalDate day) {
            return within(since, until, day);
        }
    }

    /**
     * A role, or a level of sharing, given.
     *
     * @param id its id
     * @param role the role, null for a level
     * @param subject to whom: {@code PERSON:…}, {@code GROUP:…}, {@code CLASS_GUARDIAN:…}
     * @param scope the kind of place: TENANT, SCHOOL, CLASS, GROUP, RESOURCE
     * @param place its id, null for TENANT, and for shares summed up
     * @param plugin the resource's plugin, empty otherwise
     * @param kind the resource's kind
     * @param resourceSchool where the resource lives
     * @param level the level, empty for a role
     * @param since first day
     * @param until the first day on which it no longer holds
     * @param by who gave it
     * @param byProfile what that person was
     * @param at when
     * @param slots weekly; empty: always
     */
    public record Grant(
            @Nullable UUID id,
            @Nullable UUID role,
            String subject,
            String scope,
            @Nullable UUID place,
            String plugin,
            String kind,
            @Nullable UUID resourceSchool,
            String level,
            LocalDate since,
            @Nullable LocalDate until,
            String by,
            String byProfile,
            @Nullable Instant at,
            List<Slot> slots) {
        boolean holds(LocalDate day) {
            return within(since, until, day);
        }
    }

    /** A weekly slot by the clock on the wall, to the second; {@code day} 1 is Monday. */
    public record Slot(int day, LocalTime begins, LocalTime ends) {
        public Slot {
            // PostgreSQL would round the last microsecond of a day up to 24:00, which is no time of a day here.
            begins = begins.truncatedTo(ChronoUnit.SECONDS);
            ends = ends.truncatedTo(ChronoUnit.SECONDS);
        }

        boolean holds(int isoDay, LocalTime time) {
            return day == isoDay && !time.isBefore(begins) && time.isBefore(ends);
        }
    }

    private static boolean within(LocalDate since, @Nullable LocalDate until, LocalDate day) {
        return !day.isBefore(since) && (until == null || day.isBefore(until));
    }
}
