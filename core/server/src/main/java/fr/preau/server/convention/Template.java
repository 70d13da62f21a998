package fr.preau.server.convention;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The convention-cadre that a new ENT starts from. Immutable. */
public enum Template {
    /** One commune, with the DSDEN. */
    COMMUNE("commune.txt"),
    /** Communes joined in an EPCI, with the académie. */
    EPCI("epci.txt"),
    /** The communes of a regroupement pédagogique intercommunal, each for its own schools, with the DSDEN. */
    RPI("rpi.txt");

    private final String file;

    Template(String file) {
        this.file = file;
    }

    /** Its articles: a line that begins with {@code #} is a title, what follows is the text. */
    public List<ArticleLine> articles() {
        List<ArticleLine> articles = new ArrayList<>();
        for (String part : text().split("(?m)^# ", -1)) {
            if (!part.isBlank()) {
                int end = part.indexOf('\n');
                articles.add(new ArticleLine(
                        articles.size() + 1,
                        part.substring(0, end).strip(),
                        part.substring(end).strip()));
            }
        }
        return articles;
    }

    private String text() {
        try (InputStream in = Objects.requireNonNull(Template.class.getResourceAsStream(file));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return String.join("\n", reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
