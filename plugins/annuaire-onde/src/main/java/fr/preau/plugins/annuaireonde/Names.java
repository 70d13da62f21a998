package fr.preau.plugins.annuaireonde;

import fr.preau.api.directory.DirectoryReading.Name;
import org.jspecify.annotations.Nullable;

/** The name of the person a row is about. Immutable. */
final class Names {
    private static final int LONGEST = 100;
    private final Values values;
    private final Findings findings;

    Names(Values values, Findings findings) {
        this.values = values;
        this.findings = findings;
    }

    /** The name; null, after having said why, if the row names nobody. */
    @Nullable
    Name of(Row row) {
        String usual = row.text(Field.USUAL);
        String last = row.text(Field.LAST);
        if (last.isEmpty()) {
            last = usual;
        }
        String first = row.text(Field.FIRST);
        if (last.isEmpty() || first.isEmpty()) {
            Field missing = last.isEmpty() ? Field.LAST : Field.FIRST;
            findings.leaveOut(
                    row.file(),
                    row.line(),
                    row.header(missing),
                    (last.isEmpty() ? "Le nom manque" : "Le prénom manque")
                            + " : cette ligne est laissée de côté. Complétez-la dans ONDE.");
            return null;
        }
        if (last.length() > LONGEST || usual.length() > LONGEST || first.length() > LONGEST) {
            findings.leaveOut(
                    row.file(),
                    row.line(),
                    row.header(Field.LAST),
                    "Le nom dépasse " + LONGEST + " caractères : cette ligne est laissée de côté.");
            return null;
        }
        warnOfFormula(row, Field.LAST, last);
        warnOfFormula(row, Field.FIRST, first);
        return new Name(last, Words.key(usual).equals(Words.key(last)) ? "" : usual, first);
    }

    /** {@code Mme}, {@code M.} or empty. */
    String civility(Row row) {
        String text = row.text(Field.CIVILITY);
        String civility = values.civility(text);
        if (civility == null && !text.isEmpty()) {
            findings.warn(
                    row.file(),
                    row.line(),
                    row.header(Field.CIVILITY),
                    Layout.quoted(text) + " n'est pas une civilité connue : elle n'est pas reprise.");
        }
        return civility == null ? "" : civility;
    }

    private void warnOfFormula(Row row, Field field, String text) {
        if ("=+-@".indexOf(text.charAt(0)) >= 0) {
            findings.warn(
                    row.file(),
                    row.line(),
                    row.header(field),
                    Layout.quoted(text) + " commence comme une formule de tableur : le texte est repris tel quel.");
        }
    }
}
