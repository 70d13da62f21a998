package fr.preau.server.directory;

import fr.preau.api.Profile;
import fr.preau.api.directory.DirectoryReading.Teacher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The teachers: who they are, which classes they teach, who heads the school. A teacher whom the file names with classes
 * teaches these and, of what this source had said, no others. Someone stops being head only when the file names another.
 * For one import.
 */
final class TeacherStep {
    private final Draft draft;
    private final ClassStep classes;
    private final Known known;

    TeacherStep(Draft draft, ClassStep classes) {
        this.draft = draft;
        this.classes = classes;
        this.known = draft.known();
    }

    void read(List<Teacher> teachers) {
        if (draft.request().reading().pupils() == null) {
            classes.addFromTeachers(teachers.stream()
                    .flatMap(teacher -> teacher.classNames().stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
        boolean headNamed = teachers.stream().anyMatch(Teacher::head);
        TeacherMatcher matcher = new TeacherMatcher(known, teachers);
        Set<UUID> present = new HashSet<>();
        for (Teacher teacher : teachers) {
            PersonState match = matcher.of(teacher);
            UUID id = match == null ? UUID.randomUUID() : match.id();
            present.add(id);
            boolean head = teacher.head() || (match != null && staysHead(match, headNamed));
            draft.read(state(teacher, id, head));
            teach(teacher, id, head);
        }
        List<Known.Membership> here = known.currentHere(Role.TEACHER, Role.HEAD);
        new Departures(draft, Change.Subject.TEACHER).check(withoutLastHead(here, headNamed), present);
    }

    /** A head of another school, or of this one while the file names none, or whom someone else made head. */
    private boolean staysHead(PersonState person, boolean headNamed) {
        return known.current(person.id(), Role.HEAD).stream()
                .anyMatch(membership ->
                        !membership.schoolId().equals(known.school().id())
                                || !headNamed
                                || !fromThisSource(membership));
    }

    /** A school keeps its head until there is another: someone has to sign in and put things right. */
    private static List<Known.Membership> withoutLastHead(List<Known.Membership> here, boolean headNamed) {
        Set<UUID> heads = headNamed
                ? Set.of()
                : here.stream()
                        .filter(membership -> membership.role() == Role.HEAD)
                        .map(Known.Membership::personId)
                        .collect(Collectors.toSet());
        return here.stream()
                .filter(membership -> !heads.contains(membership.personId()))
                .toList();
    }

    private static PersonState state(Teacher teacher, UUID id, boolean head) {
        return new PersonState(
                id,
                head ? Profile.HEAD : Profile.TEACHER,
                teacher.civility(),
                teacher.name(),
                null,
                "",
                "",
                teacher.email(),
                List.of(),
                null,
                List.of());
    }

    private void teach(Teacher teacher, UUID id, boolean head) {
        List<Known.Membership> current = known.memberships(id).stream()
                .filter(membership -> !membership.ended()
                        && membership.schoolId().equals(known.school().id()))
                .toList();
        Set<Known.SchoolClass> wanted = new LinkedHashSet<>();
        boolean allKnown = true;
        for (String label : teacher.classNames()) {
            List<Known.SchoolClass> found = classes.named(label);
            wanted.addAll(found);
            if (found.isEmpty()) {
                allKnown = false;
                draft.warn(
                        teacher.origin(),
                        "La classe « " + label + " » n'est pas dans l'école cette année : " + draft.nameOf(id)
                                + " n'y est pas mis. Vérifiez son libellé dans le fichier des élèves.");
            }
        }
        if (teacher.head()) {
            begin(id, current, Role.HEAD, null);
        } else if (!head) {
            current.stream()
                    .filter(membership -> membership.role() == Role.HEAD)
                    .forEach(this::end);
        }
        wanted.forEach(schoolClass -> begin(id, current, Role.TEACHER, schoolClass));
        boolean teachesNothing = wanted.isEmpty() && current.stream().noneMatch(m -> m.role() == Role.TEACHER);
        if (teachesNothing && !head) {
            begin(id, current, Role.TEACHER, null);
        }
        if (allKnown && !wanted.isEmpty()) {
            Set<UUID> ids = wanted.stream().map(Known.SchoolClass::id).collect(Collectors.toSet());
            current.stream()
                    .filter(membership -> membership.role() == Role.TEACHER
                            && fromThisSource(membership)
                            && !ids.contains(
                                    Optional.ofNullable(membership.classId()).orElse(membership.id())))
                    .forEach(this::end);
        }
    }

    private void begin(UUID id, List<Known.Membership> current, Role role, Known.@Nullable SchoolClass schoolClass) {
        UUID classId = schoolClass == null ? null : schoolClass.id();
        boolean already = current.stream()
                .anyMatch(membership -> membership.role() == role && Objects.equals(membership.classId(), classId));
        if (already) {
            draft.unchanged(Change.Subject.MEMBERSHIP);
            return;
        }
        draft.writes().newMemberships.add(new Writes.MembershipRow(id, role, classId));
        draft.change(
                Change.Subject.MEMBERSHIP,
                Change.Kind.CREATED,
                draft.nameOf(id),
                role.words(),
                schoolClass == null ? List.of() : List.of(new Change.Field("Classe", "", schoolClass.name())));
    }

    private void end(Known.Membership membership) {
        draft.writes().endedMemberships.add(membership.id());
        List<Change.Field> fields = new ArrayList<>();
        if (!membership.className().isEmpty()) {
            fields.add(new Change.Field("Classe", membership.className(), ""));
        }
        draft.change(
                Change.Subject.MEMBERSHIP,
                Change.Kind.ENDED,
                draft.nameOf(membership.personId()),
                membership.role().words(),
                fields);
    }

    private boolean fromThisSource(Known.Membership membership) {
        return membership.source().equals(draft.request().source());
    }
}
