package fr.preau.server.access;

import fr.preau.api.Profile;
import fr.preau.api.Reach;
import fr.preau.api.access.Place;
import fr.preau.api.access.Place.Kind;
import fr.preau.server.access.PersonFacts.Child;
import fr.preau.server.access.PersonFacts.Membership;
import fr.preau.server.access.TenantFacts.SchoolClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ways to a right by what a person is somewhere: a teacher in one class, a guardian in another, a head in a school, an
 * officer of the town for all schools. In SQL: {@code access.tie} and {@code access.held_right}.
 */
record TieWays(World world, PersonFacts person, RightId right, Reach reach, Place place, Moment moment) {

    Stream<Way> all() {
        Stream<Way> own = person.memberships().stream()
                .filter(membership -> covers(membership.profile(), membership))
                .map(membership -> way(membership.profile(), membership, null));
        Stream<Way> asGuardian = person.children().stream()
                .flatMap(child -> child.memberships().stream()
                        .filter(membership -> membership.role().equals("PUPIL") && covers(Profile.GUARDIAN, membership))
                        .map(membership -> way(Profile.GUARDIAN, membership, child)));
        return Stream.of(own, asGuardian, byOffice()).flatMap(ways -> ways);
    }

    /** Whether what somebody is there counts for the place in question. */
    private boolean covers(Profile as, Membership tie) {
        boolean wholeSchool = as == Profile.HEAD || (as == Profile.SCHOOL_STAFF && tie.schoolClass() == null);
        return switch (place.kind()) {
            case ANYWHERE -> reach != Reach.CLASS || wholeSchool || tie.schoolClass() != null;
            case CLASS -> {
                SchoolClass asked = world.schoolClass(place.id());
                yield (as != Profile.HEAD && place.id().equals(tie.schoolClass()))
                        || (wholeSchool && asked != null && asked.school().equals(tie.school()));
            }
            case SCHOOL -> tie.school().equals(place.id()) && (reach != Reach.CLASS || wholeSchool);
            case GROUP, RESOURCE -> false;
        };
    }

    private Way way(Profile as, Membership tie, @Nullable Child child) {
        LocalDate day = moment.day();
        List<Fact> facts = new ArrayList<>();
        world.open(right, tie.school(), moment).ifPresent(facts::add);
        UUID where = Objects.requireNonNullElse(tie.schoolClass(), tie.school());
        facts.add(new Fact.Tied(
                as,
                where,
                world.nameOf(where),
                child == null ? null : child.name(),
                tie.since(),
                tie.until(),
                tie.holds(day) && (child == null || child.holds(day))));
        if (child != null) {
            facts.add(new Fact.Guardian(child.id(), child.name(), child.authority(), child.contact()));
        }
        if (place.kind() == Kind.CLASS && !place.id().equals(tie.schoolClass())) {
            facts.add(world.thisYear(place.id(), moment));
        }
        byProfile(as, facts);
        return new Way(facts);
    }

    private Stream<Way> byOffice() {
        if (!Standing.everywhere(person.profile()) || place.kind() == Kind.GROUP || place.kind() == Kind.RESOURCE) {
            return Stream.empty();
        }
        List<Fact> facts = new ArrayList<>();
        world.openAt(right, place, moment).ifPresent(facts::add);
        if (place.kind() == Kind.CLASS) {
            facts.add(world.thisYear(place.id(), moment));
        }
        byProfile(person.profile(), facts);
        return Stream.of(new Way(facts));
    }

    private void byProfile(Profile as, List<Fact> facts) {
        TenantFacts.Holder holder = world.holder(right, as);
        facts.add(new Fact.ByProfile(as, holder != null));
        Integer minAge = holder == null ? null : holder.minAge();
        if (minAge != null) {
            LocalDate born = person.birthDate();
            facts.add(new Fact.OldEnough(
                    minAge, born, born != null && !born.isAfter(moment.day().minusYears(minAge))));
        }
    }
}
