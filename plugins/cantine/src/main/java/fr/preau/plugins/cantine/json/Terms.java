package fr.preau.plugins.cantine.json;

import fr.preau.api.web.BadInput;
import fr.preau.plugins.cantine.menu.ScdlTerm;
import fr.preau.plugins.cantine.menu.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads terms of closed lists from JSON. Pure functions. */
final class Terms {
    private Terms() {}

    /** @throws BadInput if the word is missing or none of the list's */
    static <E extends Enum<E> & ScdlTerm> E read(Vocabulary<E> words, @Nullable String word, String path) {
        if (word == null || word.isBlank()) {
            throw new BadInput(path, "Cette valeur manque.");
        }
        return words.find(word)
                .orElseThrow(() -> new BadInput(path, "« " + word + " » n’est pas une des valeurs possibles."));
    }

    /** @throws BadInput if a word is none of the list's */
    static <E extends Enum<E> & ScdlTerm> List<E> read(Vocabulary<E> words, @Nullable List<String> given, String path) {
        List<E> terms = new ArrayList<>();
        for (String word : given == null ? List.<String>of() : given) {
            terms.add(read(words, word, path));
        }
        return terms;
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
