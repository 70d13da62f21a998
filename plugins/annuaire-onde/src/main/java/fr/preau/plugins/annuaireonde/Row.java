package fr.preau.plugins.annuaireonde;

import fr.preau.api.directory.DirectoryReading.Origin;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a file, by what its cells mean. Cells are cleaned of stray blanks, never interpreted: one that begins with
 * {@code =}, {@code +}, {@code -} or {@code @} is text like any other. Immutable.
 *
 * @param layout the columns
 * @param file the file's name
 * @param line the line, from 1
 * @param cells the cells as they are; fewer than the columns if the file leaves out empty ones at the end
 */
record Row(Layout layout, String file, int line, List<String> cells) {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F\\u2007\\uFEFF]+");
    private static final Pattern BREAKS = Pattern.compile("\\s*\\R\\s*");

    /** Where it is. */
    Origin origin() {
        return new Origin(file, line);
    }

    /** The first non-empty cell that holds this; empty if none does. */
    String text(Field field) {
        return texts(field).stream().findFirst().orElse("");
    }

    /** All non-empty cells that hold this. */
    List<String> texts(Field field) {
        return layout.of(field).stream()
                .map(column -> cell(column.index()))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The cell that holds this for the n-th child, from 1; empty if there is none. */
    String text(Field field, int repetition) {
        return layout.of(field).stream()
                .filter(column -> column.repetition() == repetition)
                .map(column -> cell(column.index()))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** As {@link #text(Field)}, keeping the lines of an address apart. */
    String lines(Field field) {
        for (Layout.Column column : layout.of(field)) {
            if (column.index() < cells.size()) {
                String[] lines = BREAKS.split(cells.get(column.index()).strip());
                for (int i = 0; i < lines.length; i++) {
                    lines[i] = clean(lines[i]);
                }
                String text = String.join("\n", lines).strip();
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    /** The header of the column that holds this, to speak about it. */
    String header(Field field) {
        return layout.of(field).stream().findFirst().map(Layout.Column::header).orElse("");
    }

    /** Cells that have no header and something in them. */
    long beyond() {
        return cells.stream()
                .skip(layout.columns().size())
                .filter(cell -> !cell.isBlank())
                .count();
    }

    private String cell(int index) {
        return index < cells.size() ? clean(cells.get(index)) : "";
    }

    private static String clean(String cell) {
        return BLANKS.matcher(cell).replaceAll(" ").strip();
    }
}
