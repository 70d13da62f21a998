package fr.preau.plugins.cantine.menu;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How texts are cleaned and compared. Pure functions. */
public final class Spelling {
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Pattern PLURAL = Pattern.compile("(?<=[a-z]{2})[sx](?= |$)");

    private Spelling() {}

    /** The text on one line, composed accents, single blanks, none around. */
    public static String tidy(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return GAPS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** What remains to compare by: small letters and digits, single blanks, no accents, œ as oe, no plural. */
    public static String key(String text) {
        return PLURAL.matcher(letters(text)).replaceAll("");
    }

    /** As {@link #key}, but a plural stays one. */
    public static String letters(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String lower = text.toLowerCase(Locale.FRENCH).replace("œ", "oe").replace("æ", "ae");
        String bare =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        return NOT_WORD.matcher(bare).replaceAll(" ").strip();
    }
}
