package fr.preau.plugins.cantine.file;

import fr.preau.plugins.cantine.menu.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list in one cell. SCDL 1.2 wants a JSON array, {@code ["lait","soja"]}; older files and people write {@code lait; soja},
 * {@code lait, soja} or {@code lait | soja}, some programs {@code ['lait', 'soja']}. Pure functions.
 */
final class CellList {
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'((?:[^'\\\\]|\\\\.)*)'");
    private static final Pattern CUTS = Pattern.compile("[;,|\\n]");

    private CellList() {}

    /** Whether the cell is a list between brackets, be it an empty one: {@code []} says “none”, an empty cell says nothing. */
    static boolean bracketed(String cell) {
        return cell.startsWith("[") && cell.endsWith("]");
    }

    /** The items, tidied, without empty ones. */
    static List<String> of(String cell) {
        if (!bracketed(cell)) {
            return cut(cell);
        }
        String inside = cell.substring(1, cell.length() - 1);
        Matcher quoted = QUOTED.matcher(inside);
        List<String> items = new ArrayList<>();
        while (quoted.find()) {
            String item = quoted.group(1) != null ? quoted.group(1) : quoted.group(2);
            items.add(Spelling.tidy(item.replaceAll("\\\\(.)", "$1")));
        }
        items.removeIf(String::isEmpty);
        return items.isEmpty() ? cut(inside.replaceAll("[\"']", "")) : items;
    }

    private static List<String> cut(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(CUTS.split(text))
                .map(Spelling::tidy)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
