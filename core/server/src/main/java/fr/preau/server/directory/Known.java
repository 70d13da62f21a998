package fr.preau.server.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the directory says before an import: the school, its classes of this school year, and of the tenant's people those
 * whom the files may be about. Immutable.
 */
final class Known {
    /**
     * The school.
     *
     * @param id its id
     * @param name its name
     */
    record School(UUID id, String name) {}

    /**
     * A class of the school, this school year.
     *
     * @param id its id
     * @param name its label
     * @param level its levels, separated by a comma and a blank
     * @param externalId its number in the source, empty if none
     */
    record SchoolClass(UUID id, String name, String level, String externalId) {}

    /**
     * That someone attends, teaches or heads, in any school of the tenant.
     *
     * @param id its id
     * @param personId who
     * @param role how
     * @param schoolId the school
     * @param schoolName the school's name
     * @param classId the class, null for the school at large
     * @param className the class's label, empty without class
     * @param year the class's school year; without class, the one it began in
     * @param ended whether it is over
     * @param source who said so
     */
    record Membership(
            UUID id,
            UUID personId,
            Role role,
            UUID schoolId,
            String schoolName,
            @Nullable UUID classId,
            String className,
            SchoolYear year,
            boolean ended,
            String source) {}

    /**
     * That someone is responsible for a pupil.
     *
     * @param guardianId who
     * @param pupilId for whom
     * @param since from when; with the two, the key of the row
     * @param until when it ended, null if it has not
     * @param ended whether it is over today
     * @param source who said so
     */
    record Tie(
            UUID guardianId,
            UUID pupilId,
            LocalDate since,
            @Nullable LocalDate until,
            boolean ended,
            String source) {}

    private final School school;
    private final List<SchoolClass> classes;
    private final Map<UUID, PersonState> people;
    private final Map<NameKey, List<PersonState>> byName = new HashMap<>();
    private final Map<UUID, List<Membership>> memberships;
    private final Map<UUID, List<Tie>> tiesByGuardian;
    private final Map<UUID, List<Tie>> tiesByPupil;

    Known(
            School school,
            List<SchoolClass> classes,
            Collection<PersonState> people,
            List<Membership> memberships,
            List<Tie> ties) {
        this.school = school;
        this.classes = List.copyOf(classes);
        this.people = people.stream()
                .collect(Collectors.toMap(PersonState::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        for (PersonState person : people) {
            NameKey.of(person.name())
                    .forEach(key ->
                            byName.computeIfAbsent(key, k -> new ArrayList<>()).add(person));
        }
        this.memberships = memberships.stream().collect(Collectors.groupingBy(Membership::personId));
        this.tiesByGuardian = ties.stream().collect(Collectors.groupingBy(Tie::guardianId));
        this.tiesByPupil = ties.stream().collect(Collectors.groupingBy(Tie::pupilId));
    }

    School school() {
        return school;
    }

    List<SchoolClass> classes() {
        return classes;
    }

    @Nullable
    PersonState person(UUID id) {
        return people.get(id);
    }

    Collection<PersonState> people() {
        return people.values();
    }

    /** The people who bear one of these names, in a stable order. */
    List<PersonState> named(Set<NameKey> keys) {
        Set<PersonState> found = new LinkedHashSet<>();
        keys.forEach(key -> found.addAll(byName.getOrDefault(key, List.of())));
        return List.copyOf(found);
    }

    /** What someone attends, teaches or heads, past and present. */
    List<Membership> memberships(UUID personId) {
        return memberships.getOrDefault(personId, List.of());
    }

    /** The same, present only. */
    List<Membership> current(UUID personId, Role role) {
        return memberships(personId).stream()
                .filter(membership -> !membership.ended() && membership.role() == role)
                .toList();
    }

    /** What is present in this school, in these roles. */
    List<Membership> currentHere(Role... roles) {
        Set<Role> wanted = Set.of(roles);
        return people.keySet().stream()
                .flatMap(id -> memberships(id).stream())
                .filter(membership -> !membership.ended()
                        && membership.schoolId().equals(school.id())
                        && wanted.contains(membership.role()))
                .toList();
    }

    /** The pupils of this school now. */
    Set<UUID> pupilsHere() {
        return currentHere(Role.PUPIL).stream().map(Membership::personId).collect(Collectors.toSet());
    }

    /** Whether someone is, or was, in this school. */
    boolean everHere(UUID personId) {
        return memberships(personId).stream()
                .anyMatch(membership -> membership.schoolId().equals(school.id()));
    }

    List<Tie> tiesOfGuardian(UUID guardianId) {
        return tiesByGuardian.getOrDefault(guardianId, List.of());
    }

    List<Tie> tiesOfPupil(UUID pupilId) {
        return tiesByPupil.getOrDefault(pupilId, List.of());
    }

    /** The children a guardian has, or had, ties with. */
    Set<UUID> childrenOf(UUID guardianId) {
        Set<UUID> children = new HashSet<>();
        tiesOfGuardian(guardianId).forEach(tie -> children.add(tie.pupilId()));
        return children;
    }
}
