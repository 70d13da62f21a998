package fr.preau.plugins.cantine.file;

import fr.preau.plugins.cantine.menu.Spelling;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises a closed day where communes write it: in place of a dish. The whole name must say so: “pont-l’évêque” is a
 * cheese and “yaourt fermier” a dessert. Pure functions.
 */
final class ClosedDay {
    private static final String MORE =
            "( (a|au|aux|ce|cette|jusqu|par|pour|toute?) .*| exceptionnel.*| (du|le|les) \\d.*)?";
    private static final Pattern CLOSED = Pattern.compile("(?:"
            + "(.* )?feries?( .*)?"
            + "|ferme(e|s|es)?" + MORE
            + "|fermeture( .*)?"
            + "|(la |l )?(ecole|cantine|cuisine|restaurant|restaurant scolaire|centre|centre de loisirs) (est )?fermee?( .*)?"
            + "|pont( (de|du|d) .*)?"
            + "|vacances( .*)?"
            + "|conges( .*)?"
            + "|greves?( .*)?"
            + "|(pas|aucun|aucune) (de |d )?(cantine|classe|cours|ecole|repas|restauration|service)" + MORE
            + "|journee pedagogique( .*)?"
            + ")");

    private ClosedDay() {}

    /** Why the day is closed, in words to show, if that is what the name says; empty words if it says no more. */
    static Optional<String> reason(String dishName) {
        String letters = Spelling.letters(dishName);
        if (!CLOSED.matcher(letters).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (letters) {
                    case "ferie", "jour ferie" -> "jour férié";
                    case "ferme", "fermee", "fermes", "fermees", "fermeture" -> "";
                    case "greve", "greves" -> "grève";
                    default -> quiet(dishName);
                });
    }

    /** In small letters if all is in capitals: “PONT DE L’ASCENSION” shouts. */
    private static String quiet(String text) {
        return text.equals(text.toUpperCase(Locale.FRENCH)) ? text.toLowerCase(Locale.FRENCH) : text;
    }
}
