package fr.preau.plugins.annuaireonde;

import fr.preau.api.web.Upload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table, to be written as a file in any of the ways that exports and spreadsheets do. Immutable.
 *
 * @param headers the first line
 * @param rows the others
 */
record Sheet(List<String> headers, List<List<String>> rows) {

    /** A table that has headers only; they are separated by semicolons. */
    static Sheet of(String headers) {
        return new Sheet(List.of(headers.split(";", -1)), List.of());
    }

    /** One row more; cells are separated by semicolons. */
    Sheet row(String cells) {
        return row(List.of(cells.split(";", -1)));
    }

    Sheet row(List<String> cells) {
        List<List<String>> more = new ArrayList<>(rows);
        more.add(cells);
        return new Sheet(headers, List.copyOf(more));
    }

    /** The same with other rows. */
    Sheet with(List<List<String>> others) {
        return new Sheet(headers, List.copyOf(others));
    }

    /** The same with its columns in this order. */
    Sheet columns(List<Integer> order) {
        return new Sheet(
                pick(headers, order), rows.stream().map(row -> pick(row, order)).toList());
    }

    /** The same with one cell changed. */
    Sheet set(int row, String header, String value) {
        List<List<String>> changed = new ArrayList<>(rows);
        List<String> cells = new ArrayList<>(changed.get(row));
        cells.set(headers.indexOf(header), value);
        changed.set(row, List.copyOf(cells));
        return with(changed);
    }

    /** The same with one header spelt otherwise. */
    Sheet rename(String header, String other) {
        return new Sheet(
                headers.stream().map(each -> each.equals(header) ? other : each).toList(), rows);
    }

    /** The same without a column. */
    Sheet without(String header) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            if (!headers.get(i).equals(header)) {
                kept.add(i);
            }
        }
        return columns(kept);
    }

    private static List<String> pick(List<String> cells, List<Integer> order) {
        return order.stream().map(cells::get).toList();
    }

    /** As ONDE writes it: semicolons, quotes around what is not empty, CRLF. */
    String text() {
        return text(';', "\r\n", true);
    }

    String text(char separator, String end, boolean quoted) {
        return Stream.concat(Stream.of(headers), rows.stream())
                .map(row -> row.stream()
                                .map(cell ->
                                        quoted && !cell.isEmpty() ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell)
                                .collect(Collectors.joining(String.valueOf(separator)))
                        + end)
                .collect(Collectors.joining());
    }

    byte[] bytes(Charset charset) {
        return text().getBytes(charset);
    }

    /** The file as ONDE gives it. */
    Upload upload(String name) {
        return new Upload(name, bytes(StandardCharsets.ISO_8859_1));
    }
}
