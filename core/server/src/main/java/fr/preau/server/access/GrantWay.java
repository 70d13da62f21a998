package fr.preau.server.access;

import fr.preau.api.Profile;
import fr.preau.api.access.Place;
import fr.preau.api.access.Place.Kind;
import fr.preau.server.access.PersonFacts.Grant;
import fr.preau.server.access.TenantFacts.Role;
import fr.preau.server.access.TenantFacts.SchoolClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way to a right by a role that was given, or a thing that was shared. In SQL: {@code access.live_grant}. */
record GrantWay(World world, PersonFacts person, Grant grant, RightId right, Place place, Moment moment) {

    Way way() {
        List<Fact> facts = new ArrayList<>();
        open().ifPresent(facts::add);
        Role role = grant.role() == null ? null : world.role(grant.role());
        boolean removed = role != null && role.removed();
        String roleName = role == null ? world.levelName(grant) : role.name();
        facts.add(new Fact.Granted(grant, roleName, placeName(), removed, !removed && grant.holds(moment.day())));
        if (!grant.subject().startsWith("PERSON:")) {
            facts.add(new Fact.Belongs(grant.subject(), world.subjectName(grant.subject()), belongs()));
        }
        if (!grant.slots().isEmpty()) {
            facts.add(new Fact.InSlot(grant.slots(), moment.inOneOf(grant.slots())));
        }
        if (place.kind() == Kind.CLASS && !grant.scope().equals("CLASS")) {
            facts.add(world.thisYear(place.id(), moment));
        }
        if (grant.scope().equals("RESOURCE")) {
            concerned().ifPresent(facts::add);
            facts.add(new Fact.NotApart(
                    grant.byProfile(), person.profile(), world.apart(grant, person.profile(), moment)));
        }
        return new Way(facts);
    }

    private Optional<Fact> open() {
        if (!Standing.anywhere(place) && place.kind() != Kind.RESOURCE && place.kind() != Kind.GROUP) {
            return world.openAt(right, place, moment);
        }
        return switch (grant.scope()) {
            case "SCHOOL" -> world.open(right, required(), moment);
            case "CLASS" -> world.openAt(right, Place.schoolClass(required()), moment);
            case "GROUP" -> openIn(world.schoolOfGroup(required()));
            case "RESOURCE" -> openIn(grant.resourceSchool());
            default -> world.openAt(right, place, moment);
        };
    }

    private Optional<Fact> openIn(@Nullable UUID school) {
        return school == null ? world.openAt(right, Place.anywhere(), moment) : world.open(right, school, moment);
    }

    /**
     * What is shared by name, or with a group made by hand, counts as long as the person has to do with the school of that
     * thing and no court keeps them from a child there. In SQL: {@code access.near}.
     */
    private Optional<Fact> concerned() {
        UUID school = grant.resourceSchool();
        boolean byName =
                grant.subject().startsWith("PERSON:") || grant.subject().startsWith("GROUP:");
        if (school == null || !byName) {
            return Optional.empty();
        }
        List<Tie> here = ties().filter(tie -> tie.school().equals(school)).toList();
        boolean worksHere =
                here.stream().anyMatch(tie -> tie.as() != Profile.GUARDIAN) || Standing.everywhere(person.profile());
        String kept = worksHere ? null : keptFrom(school);
        boolean holds = worksHere || (kept == null && !here.isEmpty());
        return Optional.of(new Fact.Concerned(school, world.nameOf(school), kept, holds));
    }

    /** The child of a school whom the person may not be in contact with, or has no authority over; null if there is none. */
    private @Nullable String keptFrom(UUID school) {
        return person.children().stream()
                .filter(child -> !(child.authority() && child.contact()) && child.holds(moment.day()))
                .filter(child -> child.memberships().stream()
                        .anyMatch(each -> each.role().equals("PUPIL")
                                && each.school().equals(school)
                                && each.holds(moment.day())))
                .map(PersonFacts.Child::name)
                .findFirst()
                .orElse(null);
    }

    private UUID required() {
        return Objects.requireNonNull(grant.place());
    }

    private String placeName() {
        UUID where = grant.place();
        return where == null ? "" : world.nameOf(where);
    }

    /** Whether the person is in the group that was given the role. */
    boolean belongs() {
        String subject = grant.subject();
        int colon = subject.indexOf(':');
        String kind = subject.substring(0, colon);
        String about = subject.substring(colon + 1);
        return switch (kind) {
            case "PERSON" -> person.id().toString().equals(about);
            case "PROFILE" -> person.profile().name().equals(about);
            case "SERVICE" -> person.service().equals(about);
            case "GROUP" ->
                person.groups().stream()
                        .anyMatch(each -> each.group().toString().equals(about) && each.holds(moment.day()));
            default -> ties().anyMatch(tie -> tie.matches(kind, about));
        };
    }

    private record Tie(Profile as, UUID school, @Nullable UUID schoolClass) {
        boolean matches(String kind, String about) {
            return (kind.equals("CLASS_" + as) && about.equals(String.valueOf(schoolClass)))
                    || (kind.equals("SCHOOL_" + as) && about.equals(school.toString()));
        }
    }

    private Stream<Tie> ties() {
        Stream<Tie> own = person.memberships().stream()
                .filter(each -> each.holds(moment.day()))
                .map(each -> new Tie(each.profile(), each.school(), each.schoolClass()));
        Stream<Tie> asGuardian = person.children().stream()
                .filter(child -> child.authority() && child.contact() && child.holds(moment.day()))
                .flatMap(child -> child.memberships().stream())
                .filter(each -> each.role().equals("PUPIL") && each.holds(moment.day()))
                .map(each -> new Tie(Profile.GUARDIAN, each.school(), each.schoolClass()));
        return Stream.concat(own, asGuardian);
    }

    /** Where a grant of that scope may count: for {@link GrantIndex}. */
    static @Nullable UUID schoolOf(World world, Place place) {
        if (place.kind() == Kind.SCHOOL) {
            return place.id();
        }
        if (place.kind() == Kind.CLASS) {
            SchoolClass known = world.schoolClass(place.id());
            return known == null ? null : known.school();
        }
        return place.kind() == Kind.GROUP ? world.schoolOfGroup(place.id()) : null;
    }
}
