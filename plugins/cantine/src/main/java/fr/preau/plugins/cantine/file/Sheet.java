package fr.preau.plugins.cantine.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a CSV file. Immutable.
 *
 * @param headers the first line that is not empty
 * @param rows the others, without empty ones; they may be shorter or longer than the first
 */
record Sheet(List<String> headers, List<Row> rows) {
    private static final char[] SEPARATORS = {';', ',', '\t'};
    private static final int ROWS_MAX = 50_000;
    private static final int CELL_MAX = 4_000;
    private static final String UNCLOSED =
            "Un guillemet est mal fermé à partir de cette ligne : la suite n’est pas sûre. Corrigez cette ligne, puis"
                    + " envoyez à nouveau le fichier.";

    /**
     * A row.
     *
     * @param line the line in the file where it starts, from 1 (the headers)
     * @param cells its cells, as they are
     */
    record Row(int line, List<String> cells) {
        /** A cell, empty if the row is too short or the column absent (negative). */
        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }
    }

    /**
     * Cuts a text into cells. The separator is the one that the first line uses most.
     *
     * @throws Unreadable if it is empty or too long, or if a quote makes the cells unsure
     */
    static Sheet of(String text) throws Unreadable {
        List<Row> rows = rows(text, separator(text));
        if (!rows.isEmpty() && rows.get(0).cells().get(0).startsWith("sep=")) {
            // A line for spreadsheets, which says again what the separator is.
            rows.remove(0);
        }
        if (rows.isEmpty()) {
            throw new Unreadable(0, "Le fichier est vide.");
        }
        for (Row row : rows) {
            if (row.cells().stream().anyMatch(cell -> cell.length() > CELL_MAX)) {
                throw new Unreadable(row.line(), UNCLOSED);
            }
        }
        return new Sheet(rows.get(0).cells(), List.copyOf(rows.subList(1, rows.size())));
    }

    private static List<Row> rows(String text, char separator) throws Unreadable {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .ofCsvRecord(text)) {
            for (CsvRecord read : reader) {
                if (read.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(new Row((int) read.getStartingLineNumber(), List.copyOf(read.getFields())));
                }
                if (rows.size() > ROWS_MAX) {
                    throw new Unreadable(
                            0, "Le fichier est trop long : 50 000 lignes au plus. Coupez-le en plusieurs.");
                }
            }
        } catch (CsvParseException e) {
            throw new Unreadable(rows.isEmpty() ? 1 : rows.get(rows.size() - 1).line() + 1, UNCLOSED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static char separator(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = SEPARATORS[0];
        long most = 0;
        for (char separator : SEPARATORS) {
            long count = first.chars().filter(c -> c == separator).count();
            if (count > most) {
                most = count;
                best = separator;
            }
        }
        return best;
    }
}
