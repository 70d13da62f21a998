package fr.preau.plugins.annuaireonde;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What headers mean, from {@code columns.properties}; tells from them which file this is. Immutable. */
final class ColumnTable {
    private static final Pattern NUMBERED = Pattern.compile("(.*\\D)(\\d{1,3})");

    /**
     * What is known about one file.
     *
     * @param fields header keys and their fields
     * @param ignored header keys that are known and of no use
     * @param needs fields without which the file is refused
     * @param tells one of these must be there
     * @param wording how to name a field to people: the first header listed for it
     */
    private record Known(
            Map<String, Field> fields,
            Set<String> ignored,
            List<Field> needs,
            List<Field> tells,
            Map<Field, String> wording) {}

    private final Map<FileKind, Known> kinds = new EnumMap<>(FileKind.class);

    ColumnTable() {
        Properties properties = Words.resource("columns.properties");
        Map<String, Field> byKey = new HashMap<>();
        for (Field field : Field.values()) {
            byKey.put(field.key(), field);
        }
        for (FileKind kind : FileKind.values()) {
            kinds.put(kind, known(kind, properties, byKey));
        }
    }

    private static Known known(FileKind kind, Properties properties, Map<String, Field> byKey) {
        Map<String, Field> fields = new HashMap<>();
        Map<Field, String> wording = new EnumMap<>(Field.class);
        byKey.forEach((key, field) -> {
            String headers = properties.getProperty(kind.key() + "." + key);
            if (headers != null) {
                List<String> list = Words.list(headers);
                wording.put(field, list.get(0));
                list.forEach(header -> fields.put(Words.key(header), field));
            }
        });
        Set<String> ignored = new HashSet<>();
        Words.list(properties.getProperty(kind.key() + ".ignored", ""))
                .forEach(header -> ignored.add(Words.key(header)));
        return new Known(
                fields,
                ignored,
                fields(properties, kind.key() + ".needs", byKey),
                fields(properties, kind.key() + ".tells", byKey),
                wording);
    }

    private static List<Field> fields(Properties properties, String name, Map<String, Field> byKey) {
        return Words.list(properties.getProperty(name, "")).stream()
                .map(key -> {
                    Field field = byKey.get(key);
                    if (field == null) {
                        throw new IllegalStateException("columns.properties, " + name + ": no field " + key);
                    }
                    return field;
                })
                .toList();
    }

    /**
     * Tells which file has these headers: of those whose needs are met, the one that knows most of them.
     *
     * @throws Unreadable if none fits
     */
    Layout recognise(List<String> headers) throws Unreadable {
        Layout best = null;
        Layout nearest = null;
        for (FileKind kind : FileKind.values()) {
            Layout layout = layout(kind, headers);
            if (missing(layout).isEmpty() && told(layout)) {
                best = better(best, layout);
            }
            nearest = better(nearest, layout);
        }
        if (best != null) {
            return best;
        }
        throw new Unreadable(1, explain(headers, nearest));
    }

    private static Layout better(@Nullable Layout first, Layout second) {
        return first == null || second.known() > first.known() ? second : first;
    }

    private Layout layout(FileKind kind, List<String> headers) {
        Known known = known(kind);
        List<Layout.Column> columns = new ArrayList<>();
        Map<Field, Integer> seen = new EnumMap<>(Field.class);
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i).strip();
            String key = Words.key(header);
            Field field = known.fields.get(key);
            int number = 0;
            Matcher numbered = NUMBERED.matcher(key);
            if (field == null && !known.ignored.contains(key) && numbered.matches()) {
                field = known.fields.get(numbered.group(1));
                number = field == null ? 0 : Integer.parseInt(numbered.group(2));
            }
            // The same header again belongs to the next child (or is one more class).
            int repetition = field == null ? 0 : seen.merge(field, 1, Integer::sum);
            boolean useless = key.isEmpty() || known.ignored.contains(key);
            columns.add(new Layout.Column(i, header, field, number > 0 ? number : repetition, useless));
        }
        return new Layout(kind, List.copyOf(columns));
    }

    private Known known(FileKind kind) {
        Known known = kinds.get(kind);
        if (known == null) {
            throw new IllegalStateException("no columns for " + kind);
        }
        return known;
    }

    private List<Field> missing(Layout layout) {
        return known(layout.kind()).needs().stream()
                .filter(field -> !layout.has(field))
                .toList();
    }

    private boolean told(Layout layout) {
        return known(layout.kind()).tells().stream().anyMatch(layout::has);
    }

    private String explain(List<String> headers, @Nullable Layout nearest) {
        if (nearest != null && nearest.known() >= 3) {
            Known known = known(nearest.kind());
            List<Field> missing = missing(nearest);
            String what = missing.isEmpty()
                    ? "l'une des colonnes " + wording(known, known.tells())
                    : "la colonne " + wording(known, missing);
            return "Le fichier ressemble à celui " + nearest.kind().of() + ", mais il y manque " + what
                    + ". Exportez-le à nouveau depuis ONDE, sans retirer de colonne.";
        }
        List<String> some = headers.stream().limit(6).map(Layout::quoted).toList();
        return "Ce n'est ni le fichier des élèves, ni celui des responsables, ni celui des enseignants. "
                + "Colonnes lues : " + String.join(", ", some) + (headers.size() > 6 ? "…" : "") + ".";
    }

    private static String wording(Known known, List<Field> fields) {
        return String.join(
                ", ",
                fields.stream()
                        .map(field -> "« " + known.wording().getOrDefault(field, field.key()) + " »")
                        .toList());
    }
}
