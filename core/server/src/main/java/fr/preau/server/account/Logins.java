package fr.preau.server.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** What a login looks like. */
final class Logins {
    private Logins() {}

    /** Whether it may be one: letters without accents, figures, points, dashes; an e-mail address is fine. */
    static boolean isOne(String text) {
        return text.matches("[a-zA-Z0-9][a-zA-Z0-9._@-]{2,99}");
    }

    /** One that is free, made of a name: {@code camille.exemple}, {@code camille.exemple2}… */
    static String suggest(String firstName, String lastName, Predicate<String> taken) {
        String stem = plain(firstName) + "." + plain(lastName);
        String login = stem;
        for (int i = 2; taken.test(login); i++) {
            login = stem + i;
        }
        return login;
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replaceAll("[^a-z0-9]+", "");
    }
}
