package fr.preau.server.access;

import fr.preau.api.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that a decision rests on, whether it holds or, in a refusal, does not. Immutable. */
public sealed interface Fact {
    /** Whether it speaks for the person. */
    boolean holds();

    /** The account is not suspended. */
    record Account(@Nullable Instant suspendedAt) implements Fact {
        @Override
        public boolean holds() {
            return suspendedAt == null;
        }
    }

    /** The service runs on this server and nobody closed it for this ENT. */
    record Running(String plugin, boolean holds) implements Fact {}

    /**
     * The convention has the service run in a school.
     *
     * @param plugin the service
     * @param title its title in the convention, or its id
     * @param school the school, null if no school has it
     * @param schoolName its name, empty if no school has it
     * @param since since when it runs; when it will, if that is in the future; null if nothing says it will
     * @param signers who signed for it
     * @param missing the parties whose signature is missing
     * @param stop the stop that keeps it from running, null if none does
     * @param holds whether it runs
     */
    record Open(
            String plugin,
            String title,
            @Nullable UUID school,
            String schoolName,
            @Nullable Instant since,
            List<TenantFacts.Signature> signers,
            List<TenantFacts.Party> missing,
            TenantFacts.@Nullable Stop stop,
            boolean holds)
            implements Fact {}

    /** The person has to do with a class or a school: belongs to it, or has a child there. */
    record Tied(
            Profile as,
            UUID place,
            String placeName,
            @Nullable String child,
            LocalDate since,
            @Nullable LocalDate until,
            boolean holds)
            implements Fact {}

    /** A guardian holds parental authority and may be in contact with the child. */
    record Guardian(UUID child, String childName, boolean authority, boolean contact) implements Fact {
        @Override
        public boolean holds() {
            return authority && contact;
        }
    }

    /** The right belongs to a profile in this ENT. */
    record ByProfile(Profile profile, boolean holds) implements Fact {}

    /** A pupil is old enough; who has no known date of birth is not. */
    record OldEnough(int minAge, @Nullable LocalDate birthDate, boolean holds) implements Fact {}

    /** A role was given, for a place and for some time, and is within its dates. */
    record Granted(PersonFacts.Grant grant, String roleName, String placeName, boolean removed, boolean holds)
            implements Fact {}

    /** The person is in the group that the role was given to. */
    record Belongs(String subject, String name, boolean holds) implements Fact {}

    /**
     * The person still has to do with the school of something that was shared by name.
     *
     * @param keptFrom a child there whom a court keeps the person from, null if there is none
     */
    record Concerned(
            UUID school, String schoolName, @Nullable String keptFrom, boolean holds) implements Fact {}

    /** It is one of the role's hours. */
    record InSlot(List<PersonFacts.Slot> slots, boolean holds) implements Fact {}

    /** The class is one of this school year: roles over a whole school do not reach into past years. */
    record ThisYear(String className, boolean holds) implements Fact {}

    /** Two profiles are not kept apart by an emergency stop. */
    record NotApart(String from, Profile to, TenantFacts.@Nullable Stop stop) implements Fact {
        @Override
        public boolean holds() {
            return stop == null;
        }
    }

    /** The person administers the ENT. */
    record Administrator() implements Fact {
        @Override
        public boolean holds() {
            return true;
        }
    }
}
