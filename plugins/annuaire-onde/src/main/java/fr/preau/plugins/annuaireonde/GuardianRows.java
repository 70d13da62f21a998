package fr.preau.plugins.annuaireonde;

import fr.preau.api.directory.DirectoryReading.Child;
import fr.preau.api.directory.DirectoryReading.Guardian;
import fr.preau.api.directory.DirectoryReading.Name;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows of the guardians' file. For one reading; not thread-safe. */
final class GuardianRows {
    private final Findings findings;
    private final Names names;
    private final Contacts contacts;
    private final List<Guardian> guardians = new ArrayList<>();

    GuardianRows(Values values, Findings findings) {
        this.findings = findings;
        this.names = new Names(values, findings);
        this.contacts = new Contacts(values, findings);
    }

    void read(Row row) {
        Name name = names.of(row);
        if (name == null) {
            return;
        }
        guardians.add(new Guardian(
                row.origin(),
                names.civility(row),
                name,
                contacts.address(row, Field.STREET, Field.POSTCODE, Field.TOWN, Field.COUNTRY),
                contacts.email(row),
                contacts.phones(row),
                children(row)));
    }

    List<Guardian> all() {
        return List.copyOf(guardians);
    }

    /** The four columns about a child come back for each child. */
    private List<Child> children(Row row) {
        List<Child> children = new ArrayList<>();
        for (int n = 1; n <= row.layout().children(); n++) {
            String usual = row.text(Field.CHILD_USUAL, n);
            String last = row.text(Field.CHILD_LAST, n);
            String first = row.text(Field.CHILD_FIRST, n);
            if (usual.isEmpty() && last.isEmpty() && first.isEmpty()) {
                continue;
            }
            if (first.isEmpty() || last.isEmpty() && usual.isEmpty()) {
                findings.warn(
                        row.file(),
                        row.line(),
                        row.header(first.isEmpty() ? Field.CHILD_FIRST : Field.CHILD_LAST),
                        "Le nom ou le prénom de l'enfant n° " + n + " manque : cet enfant n'est pas rattaché.");
                continue;
            }
            children.add(new Child(
                    new Name(last.isEmpty() ? usual : last, last.isEmpty() ? "" : usual, first),
                    row.text(Field.CHILD_CLASS, n)));
        }
        if (children.isEmpty()) {
            findings.warn(
                    row.file(),
                    row.line(),
                    row.header(Field.CHILD_LAST),
                    "Aucun enfant n'est indiqué sur cette ligne.");
        }
        return List.copyOf(children);
    }
}
