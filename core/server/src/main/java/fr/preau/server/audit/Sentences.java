package fr.preau.server.audit;

import fr.preau.server.http.View;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
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

    /** The actions whose sentence has these words, whoever did it. */
    public List<String> actionsWith(String words) {
        if (words.isEmpty()) {
            return List.of();
        }
        String sought = words.toLowerCase(Locale.FRENCH);
        return view.texts().keys().stream()
                .filter(key -> key.startsWith(PREFIX))
                .filter(key ->
                        view.texts().get(key, "", "").toLowerCase(Locale.FRENCH).contains(sought))
                .map(key -> key.substring(PREFIX.length()))
                .toList();
    }
}
