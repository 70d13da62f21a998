package fr.preau.server.http;

import fr.preau.server.Webjars;
import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Lucide's icons, from its WebJar, written into the page: no request of their own. Thread-safe. */
final class Icons {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");
    private static final Pattern SHAPES = Pattern.compile("<svg[^>]*>(.*)</svg>", Pattern.DOTALL);

    private final Map<String, Content> known = new ConcurrentHashMap<>();

    /** The icon of that name; a plain ring if there is none, so that a page never fails for it. */
    Content get(String name) {
        return known.computeIfAbsent(name, this::read);
    }

    private Content read(String name) {
        String shapes = "<circle cx=\"12\" cy=\"12\" r=\"9\"/>";
        URL file = NAME.matcher(name).matches() ? Webjars.find("lucide-static", "icons/" + name + ".svg") : null;
        if (file != null) {
            try (InputStream in = file.openStream()) {
                var match = SHAPES.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                if (match.find()) {
                    shapes = match.group(1).replaceAll("\\s*\\n\\s*", "");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String svg =
                "<svg class=\"icon\" aria-hidden=\"true\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" fill=\"none\" "
                        + "stroke=\"currentColor\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\">"
                        + shapes
                        + "</svg>";
        return output -> output.writeContent(svg);
    }
}
