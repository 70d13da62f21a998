package fr.preau.server.directory;

import fr.preau.api.directory.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an import would change, to be read by people; and, kept inside, how to do it. Good for the transaction that made it
 * only: to carry it out later, make it again and compare {@link #fingerprint}. Immutable.
 */
public final class DirectoryPlan {
    private final UUID schoolId;
    private final String schoolName;
    private final List<Change> changes;
    private final Map<Change.Subject, Counts> counts;
    private final List<Absence> absences;
    private final List<Problem> problems;
    private final List<String> notes;
    private final Writes writes;

    DirectoryPlan(
            Known.School school,
            List<Change> changes,
            Map<Change.Subject, Counts> counts,
            List<Absence> absences,
            List<Problem> problems,
            List<String> notes,
            Writes writes) {
        this.schoolId = school.id();
        this.schoolName = school.name();
        this.changes = List.copyOf(changes);
        this.counts = Map.copyOf(counts);
        this.absences = List.copyOf(absences);
        this.problems = List.copyOf(problems);
        this.notes = List.copyOf(notes);
        this.writes = writes;
    }

    /** The school. */
    public UUID schoolId() {
        return schoolId;
    }

    /** The school's name. */
    public String schoolName() {
        return schoolName;
    }

    /** All changes: by subject, then in the order of the files. */
    public List<Change> changes() {
        return changes;
    }

    /** The changes of one sort, in the order of the files. */
    public List<Change> changes(Change.Subject subject, Change.Kind kind) {
        return changes.stream()
                .filter(change -> change.subject() == subject && change.kind() == kind)
                .toList();
    }

    /** What it comes to for a subject. */
    public Counts counts(Change.Subject subject) {
        return counts.getOrDefault(subject, Counts.NONE);
    }

    /** Whom this source had given and whose name is not in the files any more. */
    public List<Absence> absences() {
        return absences;
    }

    /** What is wrong in the files: found by the source while reading, or here while comparing. */
    public List<Problem> problems() {
        return problems;
    }

    /** Sentences about the whole, in French, to be read before deciding: absences that are kept, and why. */
    public List<String> notes() {
        return notes;
    }

    /** Whether a file can't be read: then nothing can be imported. */
    public boolean blocked() {
        return problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.FILE);
    }

    /** Whether the directory already is as the files say. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** How many changes of a kind, in all subjects. */
    public int total(Change.Kind kind) {
        return (int) changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** Changes when anything in the plan does: to see whether what was agreed to is still what would be done. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(schoolId.toString().getBytes(StandardCharsets.UTF_8));
            changes.forEach(change -> digest.update(change.toString().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    Writes writes() {
        return writes;
    }
}
