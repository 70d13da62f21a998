package fr.preau.plugins.cantine.file;

import fr.preau.plugins.cantine.menu.Allergens;
import fr.preau.plugins.cantine.menu.Course;
import fr.preau.plugins.cantine.menu.Dish;
import fr.preau.plugins.cantine.menu.Regime;
import fr.preau.plugins.cantine.menu.ScdlTerm;
import fr.preau.plugins.cantine.menu.Siqo;
import fr.preau.plugins.cantine.menu.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the other columns of a dish's line. What is not understood is kept in words where it can be, and pointed out.
 * Made for one row; not thread-safe.
 */
final class DishDetails {
    private final Sheet.Row row;
    private final Headers headers;
    private final Findings findings;

    DishDetails(Sheet.Row row, Headers headers, Findings findings) {
        this.row = row;
        this.headers = headers;
        this.findings = findings;
    }

    Dish dish(String name) {
        Set<String> labels = new LinkedHashSet<>();
        Set<String> precisions = new LinkedHashSet<>();
        addNonEmpty(labels, value(Column.LABEL));
        addNonEmpty(precisions, value(Column.PRECISION));
        return new Dish(
                term(Column.COURSE, Course.WORDS, Course.AUTRE, Course.AUTRE),
                name,
                limited(Column.CODE, value(Column.CODE), Dish.CODE_MAX),
                terms(Column.SIQO, Siqo.WORDS, labels, "n’est pas un signe officiel : gardé parmi les autres labels."),
                limited(Column.LABEL, String.join(" ; ", labels), Dish.LABEL_MAX),
                terms(Column.REGIME, Regime.WORDS, precisions, "n’est pas un régime de la liste : gardé en précision."),
                limited(Column.PRECISION, String.join(" ; ", precisions), Dish.PRECISION_MAX),
                allergens());
    }

    private Allergens allergens() {
        AllergenCell.Read read = AllergenCell.read(value(Column.ALLERGENS));
        read.unknownWord()
                .ifPresent(word -> findings.warn(
                        row.line(),
                        headers.title(Column.ALLERGENS),
                        "« " + word
                                + " » n’est pas un des 14 allergènes : ceux de ce plat sont laissés « non renseignés »."
                                + " Corrigez le mot, ou complétez le plat après l’import."));
        return read.allergens();
    }

    /** The cell's term; what to take if it is empty, and if it is not understood. */
    <E extends Enum<E> & ScdlTerm> E term(Column column, Vocabulary<E> words, E ifEmpty, E ifUnknown) {
        String word = value(column);
        if (word.isEmpty()) {
            return ifEmpty;
        }
        return words.find(word).orElseGet(() -> {
            findings.warn(
                    row.line(), headers.title(column), "« " + word + " » n’est pas dans la liste : classé « autre ».");
            return ifUnknown;
        });
    }

    private <E extends Enum<E> & ScdlTerm> List<E> terms(
            Column column, Vocabulary<E> words, Set<String> rest, String unknown) {
        List<E> terms = new ArrayList<>();
        for (String word : CellList.of(value(column))) {
            words.find(word).ifPresentOrElse(terms::add, () -> {
                rest.add(word);
                findings.warn(row.line(), headers.title(column), "« " + word + " » " + unknown);
            });
        }
        return terms;
    }

    private String limited(Column column, String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        findings.warn(
                row.line(),
                headers.title(column),
                "C’est trop long (" + text.length() + " caractères, " + max + " au plus) : laissé de côté.");
        return "";
    }

    private String value(Column column) {
        return headers.value(row, column);
    }

    private static void addNonEmpty(Set<String> set, String text) {
        if (!text.isEmpty()) {
            set.add(text);
        }
    }
}
