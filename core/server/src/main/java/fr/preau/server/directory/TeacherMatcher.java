package fr.preau.server.directory;

import fr.preau.api.Profile;
import fr.preau.api.directory.DirectoryReading.Teacher;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Recognises teachers: by e-mail in the whole tenant, if a name agrees (a school's mailbox is no one's), else by name among
 * those who are or were in the school. Each person is taken once. For one import; not thread-safe.
 */
final class TeacherMatcher {
    private static final Set<Profile> STAFF = Set.of(Profile.TEACHER, Profile.HEAD, Profile.SCHOOL_STAFF);

    private final Known known;
    private final Set<UUID> taken = new HashSet<>();
    private final IdentityHashMap<Teacher, PersonState> found = new IdentityHashMap<>();

    TeacherMatcher(Known known, List<Teacher> teachers) {
        this.known = known;
        teachers.forEach(this::byEmail);
        teachers.forEach(this::byName);
    }

    /** The known person, null for a new one. */
    @Nullable
    PersonState of(Teacher teacher) {
        return found.get(teacher);
    }

    private void byEmail(Teacher teacher) {
        String email = ContactKeys.email(teacher.email());
        if (!email.isEmpty()) {
            take(
                    teacher,
                    known.people().stream()
                            .filter(person -> free(person)
                                    && ContactKeys.email(person.email()).equals(email)
                                    && nameAgrees(person, teacher))
                            .findFirst());
        }
    }

    private void byName(Teacher teacher) {
        if (!found.containsKey(teacher)) {
            take(
                    teacher,
                    known.named(NameKey.of(teacher.name())).stream()
                            .filter(person -> free(person) && known.everHere(person.id()))
                            .findFirst());
        }
    }

    private boolean free(PersonState person) {
        return STAFF.contains(person.profile()) && !taken.contains(person.id());
    }

    private void take(Teacher teacher, Optional<PersonState> person) {
        person.ifPresent(match -> {
            taken.add(match.id());
            found.put(teacher, match);
        });
    }

    private static boolean nameAgrees(PersonState person, Teacher teacher) {
        Set<NameKey> known = NameKey.of(person.name());
        return NameKey.of(teacher.name()).stream()
                .anyMatch(read -> known.stream()
                        .anyMatch(key ->
                                key.first().equals(read.first()) || key.last().equals(read.last())));
    }
}
