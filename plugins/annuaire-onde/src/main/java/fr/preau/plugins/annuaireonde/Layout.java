package fr.preau.plugins.annuaireonde;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file holds what. Immutable.
 *
 * @param kind which file it is
 * @param columns its columns, in order
 */
record Layout(FileKind kind, List<Column> columns) {
    /**
     * A column.
     *
     * @param index its place, from 0
     * @param header its header, as written
     * @param field what it holds, null if unknown or useless
     * @param repetition for headers that come back: which time this is, from 1
     * @param useless known to us and of no use
     */
    record Column(int index, String header, @Nullable Field field, int repetition, boolean useless) {}

    /** Whether some column holds this. */
    boolean has(Field field) {
        return columns.stream().anyMatch(column -> column.field() == field);
    }

    /** How many columns we know. */
    long known() {
        return columns.stream()
                .filter(column -> column.field() != null || column.useless())
                .count();
    }

    /** The columns that hold this, in order. */
    List<Column> of(Field field) {
        return columns.stream().filter(column -> column.field() == field).toList();
    }

    /** How many times the group of columns about a child is repeated. */
    int children() {
        return columns.stream()
                .filter(column -> column.field() == Field.CHILD_LAST || column.field() == Field.CHILD_FIRST)
                .mapToInt(Column::repetition)
                .max()
                .orElse(0);
    }

    /** The columns nobody has told us about. */
    List<Column> unknown() {
        return columns.stream()
                .filter(column -> column.field() == null && !column.useless())
                .toList();
    }

    /** A header or a value inside a sentence, never too long for it. */
    static String quoted(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return "« " + (line.length() > 40 ? line.substring(0, 40) + "…" : line) + " »";
    }
}
