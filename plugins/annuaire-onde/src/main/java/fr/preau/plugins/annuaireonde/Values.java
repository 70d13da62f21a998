package fr.preau.plugins.annuaireonde;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What one-word cells mean, from {@code values.properties}. Immutable. */
final class Values {
    private final Map<String, String> sexes;
    private final Map<String, String> civilities;
    private final Map<String, String> answers;
    private final Map<String, String> unsaidCountries;

    Values() {
        Properties properties = Words.resource("values.properties");
        sexes = meanings(properties, "sex.F", "sex.M");
        civilities = meanings(properties, "civility.Mme", "civility.M.");
        answers = meanings(properties, "yes", "no");
        unsaidCountries = meanings(properties, "country.none");
    }

    private static Map<String, String> meanings(Properties properties, String... names) {
        Map<String, String> meanings = new HashMap<>();
        for (String name : names) {
            String meaning = name.substring(name.indexOf('.') + 1);
            Words.list(properties.getProperty(name, "")).forEach(word -> meanings.put(Words.key(word), meaning));
        }
        return Map.copyOf(meanings);
    }

    /** {@code F} or {@code M}; null if the word is unknown. */
    @Nullable
    String sex(String text) {
        return sexes.get(Words.key(text));
    }

    /** {@code Mme} or {@code M.}; null if the word is unknown. */
    @Nullable
    String civility(String text) {
        return civilities.get(Words.key(text));
    }

    /** Yes or no; null if the word is neither. */
    @Nullable
    Boolean answer(String text) {
        String answer = answers.get(Words.key(text));
        return answer == null ? null : Boolean.valueOf(answer.equals("yes"));
    }

    /** The country, empty if it goes without saying or is unknown. */
    String country(String text) {
        return unsaidCountries.containsKey(Words.key(text)) ? "" : text;
    }
}
