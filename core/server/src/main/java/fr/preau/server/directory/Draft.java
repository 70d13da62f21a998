package fr.preau.server.directory;

import fr.preau.api.Profile;
import fr.preau.api.directory.DirectoryReading.Origin;
import fr.preau.api.directory.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan in the making: the steps tell it what is wanted, what changes and what is wrong. For one import; not thread-safe.
 */
final class Draft {
    private final ImportRequest request;
    private final Known known;
    private final Map<UUID, PersonState> people = new LinkedHashMap<>();
    private final Map<Change.Subject, List<Change>> changes = new EnumMap<>(Change.Subject.class);
    private final Map<Change.Subject, Counts> counts = new EnumMap<>(Change.Subject.class);
    private final List<Absence> absences = new ArrayList<>();
    private final List<Problem> problems;
    private final List<String> notes = new ArrayList<>();
    private final Writes writes = new Writes();

    Draft(ImportRequest request, Known known) {
        this.request = request;
        this.known = known;
        this.problems = new ArrayList<>(request.reading().problems());
    }

    ImportRequest request() {
        return request;
    }

    Known known() {
        return known;
    }

    Writes writes() {
        return writes;
    }

    SchoolYear year() {
        return SchoolYear.of(request.day());
    }

    /** Says what a file says about a person, on top of what is known and of what other files said. */
    void read(PersonState read) {
        PersonState before = person(read.id());
        people.put(read.id(), before == null ? read : before.after(read));
    }

    /** A person as wanted so far, else as known; null for a stranger. */
    @Nullable
    PersonState person(UUID id) {
        PersonState wanted = people.get(id);
        return wanted == null ? known.person(id) : wanted;
    }

    /** A person's name, for a change. */
    String nameOf(UUID id) {
        PersonState person = person(id);
        return person == null ? "" : person.displayName();
    }

    void change(Change.Subject subject, Change.Kind kind, String who, String about, List<Change.Field> fields) {
        changes.computeIfAbsent(subject, s -> new ArrayList<>())
                .add(new Change(subject, kind, who, about, List.copyOf(fields)));
        counts.merge(subject, Counts.NONE.plus(kind), (sum, one) -> sum.plus(kind));
    }

    void unchanged(Change.Subject subject) {
        counts.merge(subject, Counts.NONE.plusUnchanged(), (sum, one) -> sum.plusUnchanged());
    }

    void absent(Absence absence) {
        absences.add(absence);
    }

    /** The line is taken, but something in it should be looked at. */
    void warn(Origin origin, String message) {
        problems.add(new Problem(Problem.Severity.WARNING, origin.file(), origin.line(), "", message));
    }

    /** The line is left out. */
    void leaveOut(Origin origin, String message) {
        problems.add(new Problem(Problem.Severity.LINE, origin.file(), origin.line(), "", message));
    }

    /** A sentence about the whole. */
    void note(String sentence) {
        notes.add(sentence);
    }

    /** Compares the people wanted with those known, and closes the plan. */
    DirectoryPlan finish() {
        for (PersonState wanted : people.values()) {
            compare(wanted, known.person(wanted.id()));
        }
        List<Change> all = new ArrayList<>();
        for (Change.Subject subject : Change.Subject.values()) {
            all.addAll(changes.getOrDefault(subject, List.of()));
        }
        return new DirectoryPlan(known.school(), all, counts, absences, problems, notes, writes);
    }

    private void compare(PersonState wanted, @Nullable PersonState before) {
        Change.Subject subject = subject(wanted.profile());
        if (before == null) {
            writes.newPeople.add(wanted);
            change(subject, Change.Kind.CREATED, wanted.displayName(), PersonWords.born(wanted), List.of());
        } else if (before.equals(wanted)) {
            unchanged(subject);
            return;
        } else {
            writes.changedPeople.add(wanted);
            change(
                    subject,
                    Change.Kind.UPDATED,
                    wanted.displayName(),
                    PersonWords.born(wanted),
                    PersonWords.differences(before, wanted));
        }
        for (int rank = 0; rank < wanted.addresses().size(); rank++) {
            var address = wanted.addresses().get(rank);
            if (before == null
                    || rank >= before.addresses().size()
                    || !address.equals(before.addresses().get(rank))) {
                writes.addresses.add(new Writes.AddressRow(wanted.id(), rank + 1, address));
            }
        }
    }

    private static Change.Subject subject(Profile profile) {
        return switch (profile) {
            case PUPIL -> Change.Subject.PUPIL;
            case GUARDIAN -> Change.Subject.GUARDIAN;
            default -> Change.Subject.TEACHER;
        };
    }
}
