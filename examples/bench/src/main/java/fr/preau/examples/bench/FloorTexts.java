package fr.preau.examples.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A bundle as cheap as texts can be: those without arguments are formatted once, the others parsed once per thread. Texts
 * written into the templates would hardly cost less. Thread-safe.
 */
final class FloorTexts {
    private final Map<String, String> plain = new ConcurrentHashMap<>();
    private final Properties patterns = new Properties();
    private final ThreadLocal<Map<String, MessageFormat>> formats = ThreadLocal.withInitial(HashMap::new);

    private FloorTexts() {}

    static FloorTexts read(@Nullable URL bundle) {
        FloorTexts texts = new FloorTexts();
        if (bundle != null) {
            try (InputStream in = bundle.openStream();
                    InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                texts.patterns.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    String get(String key, Object... arguments) {
        if (arguments.length == 0) {
            return plain.computeIfAbsent(key, this::format);
        }
        return formats.get().computeIfAbsent(key, this::parse).format(arguments);
    }

    private String format(String key) {
        return parse(key).format(new Object[0]);
    }

    private MessageFormat parse(String key) {
        return new MessageFormat(patterns.getProperty(key, "[" + key + "]"), Locale.FRENCH);
    }
}
