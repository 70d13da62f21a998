package fr.preau.server.directory;

import fr.preau.api.directory.DirectoryReading.Name;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Which of two spellings to keep. The two schools of one family may write “NADIA” and “Nadia”, “Eléa” and “Elea”: the
 * richer one wins for good, so that importing one school after the other does not go back and forth.
 */
final class Spelling {
    private Spelling() {}

    /** What to keep of a value: the known one unless the read one says something else, or says it better. */
    static String choose(String known, String read) {
        if (read.isBlank()) {
            return known;
        }
        if (!NameKey.key(known).equals(NameKey.key(read))) {
            return read;
        }
        return richness(read) > richness(known) ? read : known;
    }

    /** As {@link #choose(String, String)}, for a name. */
    static Name choose(Name known, Name read) {
        boolean onlyUsual = read.usual().isBlank()
                && !known.usual().isBlank()
                && NameKey.key(read.last()).equals(NameKey.key(known.usual()));
        return new Name(
                // A file without a column for the family name gives the one in use: no reason to forget the other.
                onlyUsual ? known.last() : choose(known.last(), read.last()),
                choose(known.usual(), read.usual()),
                choose(known.first(), read.first()));
    }

    /** Which telephone numbers to keep: the known ones if they are the same, however written. */
    static List<String> choosePhones(List<String> known, List<String> read) {
        if (read.isEmpty() || ContactKeys.phones(known).equals(ContactKeys.phones(read))) {
            return known;
        }
        return read;
    }

    /** Accents count most, then small letters: capitals are how registers shout. */
    private static int richness(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        int accents = decomposed.length() - text.length();
        int small = (int) text.chars().filter(Character::isLowerCase).count();
        boolean mixed = small > 0 && !text.equals(text.toLowerCase(Locale.ROOT));
        return accents * 2 + (mixed ? 1 : 0);
    }
}
