package fr.preau.plugins.annuaireonde;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The cells of a file. Immutable.
 *
 * @param headers the first line
 * @param lines the others, without empty ones; they may be shorter or longer than the first
 */
record CsvTable(List<String> headers, List<Line> lines) {
    private static final char[] SEPARATORS = {';', ',', '\t'};

    /** The largest school has some thousand pupils; without a bound, a wrong file could keep the server busy for long. */
    private static final int MOST_LINES = 10_000;

    private static final Pattern LINE_NUMBER = Pattern.compile("line (\\d+)");
    private static final String UNCLOSED =
            "Un guillemet est mal fermé à partir de cette ligne : les cellules qui suivent ne sont pas sûres. "
                    + "Corrigez la ligne, ou exportez à nouveau le fichier.";
    private static final String TOO_WIDE =
            "Cette ligne a bien trop de cellules : ce n'est pas un fichier d'ONDE. Exportez-le à nouveau depuis ONDE.";
    private static final String TOO_LONG = "Le fichier a plus de " + MOST_LINES
            + " lignes : ce n'est pas celui d'une école. Exportez-le à nouveau depuis ONDE, pour une seule école.";

    /**
     * A line.
     *
     * @param number where it starts in the file, from 1 (the headers)
     * @param cells its cells as they are
     */
    record Line(int number, List<String> cells) {}

    /**
     * Cuts a text into cells.
     *
     * @throws Unreadable if it is empty, too long or too wide, or if a quote makes the cells unsure
     */
    static CsvTable of(String text) throws Unreadable {
        List<Line> lines = new ArrayList<>();
        char separator = separator(text);
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter('"')
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .ofCsvRecord(text)) {
            for (CsvRecord read : reader) {
                if (read.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    if (lines.size() > MOST_LINES) {
                        throw new Unreadable(0, TOO_LONG);
                    }
                    lines.add(new Line((int) read.getStartingLineNumber(), List.copyOf(read.getFields())));
                }
            }
        } catch (CsvParseException e) {
            throw new Unreadable(lineOf(e, lines), text.indexOf('"') < 0 ? TOO_WIDE : UNCLOSED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!lines.isEmpty() && lines.get(0).cells().get(0).startsWith("sep=")) {
            // A line for spreadsheets, which says again what the separator is.
            lines.remove(0);
        }
        if (lines.isEmpty()) {
            throw new Unreadable(0, "Le fichier est vide. Exportez-le à nouveau depuis ONDE.");
        }
        List<String> headers = lines.get(0).cells();
        for (Line line : lines) {
            refuseSwallowedLines(line, separator, headers.size());
        }
        return new CsvTable(headers, List.copyOf(lines.subList(1, lines.size())));
    }

    /** A quote that is closed some lines further makes one cell of them all. An address of several lines does not. */
    private static void refuseSwallowedLines(Line line, char separator, int columns) throws Unreadable {
        for (String cell : line.cells()) {
            if (cell.indexOf('\n') >= 0
                    && cell.chars().filter(c -> c == separator).count() >= Math.max(2, columns / 2)) {
                throw new Unreadable(line.number(), UNCLOSED);
            }
        }
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

    private static int lineOf(CsvParseException e, List<Line> before) {
        var matcher = LINE_NUMBER.matcher(String.valueOf(e.getMessage()));
        if (matcher.find()) {
            return Integer.parseInt(matcher.group(1));
        }
        return before.isEmpty() ? 1 : before.get(before.size() - 1).number() + 1;
    }
}
