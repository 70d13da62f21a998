package fr.preau.plugins.blog;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people type, made fit to be kept: no HTML is meant, and none is ever read from it. */
final class PlainText {

    /** Control characters and halves of surrogate pairs, which PostgreSQL does not store. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u2028\\u2029\\u0085]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n[ \\t]*(?:\\n[ \\t]*)+");

    private PlainText() {}

    /** One line: every run of blanks becomes a space. */
    static String line(@Nullable String typed) {
        return BLANKS.matcher(paragraphs(typed)).replaceAll(" ");
    }

    /** Lines end with {@code \n} (browsers send {@code \r\n}); several empty lines become one. */
    static String paragraphs(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        String lines = LINE_END.matcher(typed).replaceAll("\n");
        String clean = UNPRINTABLE.matcher(lines).replaceAll("");
        return EMPTY_LINES.matcher(clean).replaceAll("\n\n").strip();
    }

    /** What to say of a text longer than this many characters, counted as people do, not as UTF-16 does. */
    static Optional<String> tooLong(String text, int max) {
        int length = text.codePointCount(0, text.length());
        return length <= max
                ? Optional.empty()
                : Optional.of(
                        String.format(Locale.FRENCH, "Trop long : %,d caractères, pour %,d au plus.", length, max));
    }
}
