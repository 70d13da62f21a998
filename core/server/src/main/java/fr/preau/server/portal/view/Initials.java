package fr.preau.server.portal.view;

import java.util.Locale;

/** One or two letters that stand for a person in an avatar. */
public final class Initials {
    private Initials() {}

    /** The first letters of the first and the last word of a name; empty for an empty name. */
    public static String of(String name) {
        String[] words = name.strip().split("\\s+");
        String first = letter(words[0]);
        return words.length == 1 ? first : first + letter(words[words.length - 1]);
    }

    private static String letter(String word) {
        if (word.isEmpty()) {
            return "";
        }
        return new String(Character.toChars(word.codePointAt(0))).toUpperCase(Locale.FRENCH);
    }
}
