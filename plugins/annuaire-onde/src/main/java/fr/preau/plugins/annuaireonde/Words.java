package fr.preau.plugins.annuaireonde;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

/** Words as files write them: reduced to what counts when two are compared, and lists of them in our resources. */
final class Words {
    private static final Pattern NOT_A_LETTER_OR_DIGIT = Pattern.compile("[^a-z0-9]");
    private static final Pattern BAR = Pattern.compile("\\|");

    private Words() {}

    /** Lower case, without accents, blanks nor punctuation: “ Nom d'usage Élève*” is {@code nomdusageeleve}. */
    static String key(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replace("œ", "oe")
                .replace("æ", "ae");
        return NOT_A_LETTER_OR_DIGIT.matcher(plain).replaceAll("");
    }

    /** The words of a list separated by bars. */
    static List<String> list(String text) {
        return BAR.splitAsStream(text).map(String::strip).toList();
    }

    /** A resource beside this class, in UTF-8. */
    static Properties resource(String name) {
        try (InputStream stream = Words.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("missing in the jar: " + name);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
