package fr.preau.plugins.annuaireonde;

import fr.preau.api.directory.DirectoryReading.Name;
import fr.preau.api.directory.DirectoryReading.Teacher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the rows of the teachers' file, where one teacher has a row for each class. For one reading; not thread-safe. */
final class TeacherRows {
    private final Values values;
    private final Findings findings;
    private final Names names;
    private final Contacts contacts;
    private final List<Teacher> teachers = new ArrayList<>();
    private final Map<String, List<Integer>> byName = new HashMap<>();

    TeacherRows(Values values, Findings findings) {
        this.values = values;
        this.findings = findings;
        this.names = new Names(values, findings);
        this.contacts = new Contacts(values, findings);
    }

    void read(Row row) {
        Name name = names.of(row);
        if (name == null) {
            return;
        }
        String email = contacts.email(row);
        Teacher read =
                new Teacher(row.origin(), names.civility(row), name, email, head(row), row.texts(Field.CLASS_NAME));
        List<Integer> namesakes = byName.computeIfAbsent(
                Words.key(name.last()) + " " + Words.key(name.first()), key -> new ArrayList<>());
        for (int i : namesakes) {
            if (mayBeOne(teachers.get(i), read)) {
                teachers.set(i, merged(teachers.get(i), read));
                return;
            }
        }
        namesakes.add(teachers.size());
        teachers.add(read);
    }

    List<Teacher> all() {
        return List.copyOf(teachers);
    }

    private boolean head(Row row) {
        String text = row.text(Field.HEAD);
        Boolean answer = values.answer(text);
        if (answer == null && !text.isEmpty()) {
            findings.warn(
                    row.file(),
                    row.line(),
                    row.header(Field.HEAD),
                    Layout.quoted(text) + " n'est ni oui ni non : cette personne n'est pas prise pour la direction.");
        }
        return Boolean.TRUE.equals(answer);
    }

    /** Two rows with one name are one teacher, unless they have two e-mails. */
    private static boolean mayBeOne(Teacher first, Teacher second) {
        return first.email().isEmpty()
                || second.email().isEmpty()
                || first.email().equalsIgnoreCase(second.email());
    }

    private static Teacher merged(Teacher first, Teacher second) {
        Set<String> classes = new LinkedHashSet<>(first.classNames());
        classes.addAll(second.classNames());
        return new Teacher(
                first.origin(),
                first.civility().isEmpty() ? second.civility() : first.civility(),
                first.name().usual().isEmpty() ? second.name() : first.name(),
                first.email().isEmpty() ? second.email() : first.email(),
                first.head() || second.head(),
                List.copyOf(classes));
    }
}
