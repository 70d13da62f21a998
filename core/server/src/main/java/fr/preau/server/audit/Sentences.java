package fr.preau.server.audit;

import fr.preau.server.http.View;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Says lines of the journal in French: each action has the text {@code audit.action.<id>}. Thread-safe. */
@Singleton
public final class Sentences {
    private static final String PREFIX = "audit.action.";

    private final View view;

    @Inject
    Sentences(View view) {
        this.view = view;
    }

    /** What a line says. */
    public String of(Line line) {
        return view.texts().get(PREFIX + line.action(), line.actorName(), line.subject());
    }

    /** The names of a spreadsheet's columns. */
    String csvHead() {
        return view.texts().get("journal.csv.head");
    }

    /** The actions whose sentence has these words, whoever did it. */
    public List<String> actionsWith(String words) {
        if (words.isEmpty()) {
            return List.of();
        }
        String sought = plain(words);
        return view.texts().keys().stream()
                .filter(key -> key.startsWith(PREFIX))
                .filter(key -> plain(view.texts().get(key, "", "")).contains(sought))
                .map(key -> key.substring(PREFIX.length()))
                .toList();
    }

    /** As {@code ent.plain}. */
    private static String plain(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036F]", "")
                .toLowerCase(Locale.FRENCH)
                .replace('’', '\'')
                .replace("œ", "oe")
                .replace("æ", "ae");
    }
}
