package fr.preau.server.directory;

import fr.preau.api.directory.DirectoryReading.Name;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name reduced to what two spellings of it share: without accents, case, blanks, hyphens nor apostrophes. “DOS SANTOS”
 * and “Dos-Santos” are one. Immutable.
 *
 * @param last family name, or name in use
 * @param first first name
 */
record NameKey(String last, String first) {
    private static final Pattern NOT_A_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

    /** The keys a person is found by: with the family name, and with the name in use if there is one. */
    static Set<NameKey> of(Name name) {
        Set<NameKey> keys = new LinkedHashSet<>();
        String first = key(name.first());
        keys.add(new NameKey(key(name.last()), first));
        if (!name.usual().isBlank()) {
            keys.add(new NameKey(key(name.usual()), first));
        }
        return keys;
    }

    /** The key of a word or a label: “CLASSE  CE2” is {@code classece2}. */
    static String key(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l");
        return NOT_A_LETTER_OR_DIGIT.matcher(plain).replaceAll("");
    }
}
