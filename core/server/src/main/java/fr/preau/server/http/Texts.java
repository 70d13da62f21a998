package fr.preau.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The texts of one jar ({@code messages_fr.properties}, UTF-8). Thread-safe. */
public final class Texts {
    private final Properties texts = new Properties();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Texts() {}

    /** Reads a bundle; empty if there is none. */
    public static Texts read(@Nullable URL bundle) {
        Texts result = new Texts();
        if (bundle != null) {
            try (InputStream in = bundle.openStream();
                    InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                result.texts.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return result;
    }

    /** All keys, in no order. */
    public Set<String> keys() {
        return texts.stringPropertyNames();
    }

    /** A text; {@code [key]} if it is missing. Without arguments it is still a MessageFormat, so quotes read the same. */
    public String get(String key, Object... arguments) {
        String pattern = texts.getProperty(key);
        if (pattern == null) {
            return "[" + key + "]";
        }
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        // Parsing costs ten times a copy, and a format serves one thread at a time.
        MessageFormat parsed = formats.computeIfAbsent(pattern, text -> new MessageFormat(text, Locale.FRENCH));
        return ((MessageFormat) parsed.clone()).format(arguments);
    }
}
