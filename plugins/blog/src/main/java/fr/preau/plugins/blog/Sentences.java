package fr.preau.plugins.blog;

import fr.preau.api.Caller;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/**
 * The plugin's texts for what is said outside a template: titles of pages and what follows an action. Read without
 * {@link ResourceBundle#getBundle}, whose cache would outlive the plugin. Immutable, hence thread-safe.
 */
@Singleton
public final class Sentences {

    private final ResourceBundle texts;

    @Inject
    Sentences() {
        try (InputStream file = Objects.requireNonNull(
                Sentences.class.getResourceAsStream("/messages_fr.properties"), "messages_fr.properties")) {
            texts = new PropertyResourceBundle(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text that speaks to nobody in particular. */
    String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), Locale.FRENCH).format(arguments);
    }

    /** A text that speaks to this person, as “tu” or “vous”. */
    String to(Caller caller, String key, Object... arguments) {
        return text(Voice.key(key, caller), arguments);
    }
}
