package fr.preau.server.directory;

import fr.preau.api.directory.DirectoryReading.Pupil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The classes of this school year: recognises those the pupils' file names, by their number in the source, else by their
 * label, and adds the others. For one import; not thread-safe.
 */
final class ClassStep {
    private static final Pattern SEVERAL = Pattern.compile("[,;/]");

    private final Draft draft;
    private final Map<UUID, Known.SchoolClass> classes = new LinkedHashMap<>();
    private final Map<String, UUID> byExternalId = new HashMap<>();

    ClassStep(Draft draft) {
        this.draft = draft;
        for (Known.SchoolClass known : draft.known().classes()) {
            classes.put(known.id(), known);
            if (!known.externalId().isEmpty()) {
                byExternalId.putIfAbsent(known.externalId(), known.id());
            }
        }
    }

    /** Adds and renames what the pupils' file says. */
    void read(List<PupilMatch> matches) {
        List<PupilMatch> inClass = matches.stream()
                .filter(match -> !match.read().className().isEmpty())
                .toList();
        Set<String> externalIds =
                inClass.stream().map(match -> match.read().classExternalId()).collect(Collectors.toSet());
        Map<List<String>, List<PupilMatch>> groups = inClass.stream()
                .collect(Collectors.groupingBy(match -> key(match.read()), LinkedHashMap::new, Collectors.toList()));
        // Numbered classes first: a label alone then finds them.
        groups.values().stream()
                .sorted((a, b) -> Boolean.compare(
                        a.get(0).read().classExternalId().isEmpty(),
                        b.get(0).read().classExternalId().isEmpty()))
                .forEach(group -> read(group, externalIds));
        for (Known.SchoolClass now : classes.values()) {
            draft.known().classes().stream()
                    .filter(before -> before.id().equals(now.id()))
                    .findFirst()
                    .ifPresentOrElse(before -> compare(before, now), () -> add(now));
        }
    }

    private static List<String> key(Pupil pupil) {
        return pupil.classExternalId().isEmpty()
                ? List.of("label", NameKey.key(pupil.className()))
                : List.of("number", pupil.classExternalId());
    }

    private void read(List<PupilMatch> group, Set<String> externalIds) {
        String label = group.get(0).read().className();
        String number = group.get(0).read().classExternalId();
        Optional<Known.SchoolClass> found = number.isEmpty()
                ? find(label, "")
                : Optional.ofNullable(byExternalId.get(number))
                        .map(this::get)
                        .or(() -> sameLabel(label)
                                // The same label under another number: another class if both are in the files, else
                                // renumbered.
                                .filter(known -> !externalIds.contains(known.externalId())));
        UUID id = found.map(Known.SchoolClass::id).orElseGet(UUID::randomUUID);
        String name = found.filter(
                        known -> number.isEmpty() || NameKey.key(known.name()).equals(NameKey.key(label)))
                .map(Known.SchoolClass::name)
                .orElseGet(() -> freeName(label, number, id));
        Set<String> levels = new LinkedHashSet<>(
                group.stream().map(match -> match.read().level()).toList());
        if (found.isPresent() && !allAreIn(group, id)) {
            levels.addAll(Levels.split(found.get().level()));
        }
        String level = Levels.joined(levels);
        String known = found.map(Known.SchoolClass::level).orElse("");
        String knownNumber = found.map(Known.SchoolClass::externalId).orElse("");
        classes.put(
                id,
                new Known.SchoolClass(
                        id, name, level.isEmpty() ? known : level, number.isEmpty() ? knownNumber : number));
        if (!number.isEmpty()) {
            byExternalId.put(number, id);
        }
    }

    /** Whether the files name all the pupils the class has: only then do they say all its levels. */
    private boolean allAreIn(List<PupilMatch> group, UUID classId) {
        Set<UUID> named = group.stream().map(PupilMatch::personId).collect(Collectors.toSet());
        return draft.known().currentHere(Role.PUPIL).stream()
                .filter(membership -> classId.equals(membership.classId()))
                .allMatch(membership -> named.contains(membership.personId()));
    }

    private String freeName(String label, String number, UUID id) {
        boolean free = classes.values().stream()
                .noneMatch(other ->
                        !other.id().equals(id) && NameKey.key(other.name()).equals(NameKey.key(label)));
        return free || number.isEmpty() ? label : label + " (" + number + ")";
    }

    private void add(Known.SchoolClass now) {
        draft.writes().newClasses.add(new Writes.ClassRow(now.id(), now.name(), now.level(), now.externalId()));
        List<Change.Field> fields = new ArrayList<>();
        if (!now.level().isEmpty()) {
            fields.add(new Change.Field("Niveaux", "", now.level()));
        }
        draft.change(
                Change.Subject.CLASS,
                Change.Kind.CREATED,
                now.name(),
                draft.year().label(),
                fields);
    }

    private void compare(Known.SchoolClass before, Known.SchoolClass now) {
        if (before.equals(now)) {
            draft.unchanged(Change.Subject.CLASS);
            return;
        }
        draft.writes().changedClasses.add(new Writes.ClassRow(now.id(), now.name(), now.level(), now.externalId()));
        List<Change.Field> fields = new ArrayList<>();
        addIfDifferent(fields, "Nom", before.name(), now.name());
        addIfDifferent(fields, "Niveaux", before.level(), now.level());
        addIfDifferent(fields, "Numéro", before.externalId(), now.externalId());
        draft.change(
                Change.Subject.CLASS,
                Change.Kind.UPDATED,
                before.name(),
                draft.year().label(),
                fields);
    }

    private static void addIfDifferent(List<Change.Field> fields, String label, String before, String after) {
        if (!before.equals(after)) {
            fields.add(new Change.Field(label, before, after));
        }
    }

    /** The class of a pupil of the files. */
    Optional<Known.SchoolClass> of(Pupil pupil) {
        return pupil.className().isEmpty() ? Optional.empty() : find(pupil.className(), pupil.classExternalId());
    }

    private Optional<Known.SchoolClass> find(String label, String number) {
        UUID numbered = number.isEmpty() ? null : byExternalId.get(number);
        return numbered != null ? Optional.of(get(numbered)) : sameLabel(label);
    }

    /** The classes a teacher's label stands for: one, or several separated by commas; empty if any is unknown. */
    List<Known.SchoolClass> named(String label) {
        Optional<Known.SchoolClass> whole = sameLabel(label);
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        List<Known.SchoolClass> parts = new ArrayList<>();
        for (String part : SEVERAL.split(label, -1)) {
            Optional<Known.SchoolClass> found = sameLabel(part);
            if (found.isEmpty()) {
                return List.of();
            }
            parts.add(found.get());
        }
        return parts;
    }

    /** Adds the classes of a school that has none yet this year, when the teachers' file comes alone. */
    void addFromTeachers(Set<String> labels) {
        if (!classes.isEmpty()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (String label : labels) {
            if (seen.add(NameKey.key(label))) {
                Known.SchoolClass added = new Known.SchoolClass(UUID.randomUUID(), label, "", "");
                classes.put(added.id(), added);
                add(added);
            }
        }
    }

    private Optional<Known.SchoolClass> sameLabel(String label) {
        Optional<Known.SchoolClass> exact = classes.values().stream()
                .filter(known -> known.name().equals(label))
                .findFirst();
        String key = NameKey.key(label);
        return exact.or(() -> classes.values().stream()
                .filter(known -> !key.isEmpty() && NameKey.key(known.name()).equals(key))
                .findFirst());
    }

    private Known.SchoolClass get(UUID id) {
        return Objects.requireNonNull(classes.get(id));
    }
}
