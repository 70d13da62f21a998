package fr.preau.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Static files of one jar, kept in memory. Their addresses carry a mark of their content, so browsers keep them for a year
 * and still see each change. Thread-safe.
 */
public final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "jpg", "image/jpeg",
            "webp", "image/webp",
            "woff2", "font/woff2",
            "ico", "image/x-icon",
            "webmanifest", "application/manifest+json");

    private record File(byte[] content, String mark, String type) {}

    private final Map<String, Optional<File>> files = new ConcurrentHashMap<>();
    private final String prefix;
    private final Function<String, @Nullable URL> source;

    /**
     * The files of a place.
     *
     * @param prefix the path they are served under: {@code /assets/}
     * @param source finds a file by its name, null if there is none
     */
    public Assets(String prefix, Function<String, @Nullable URL> source) {
        this.prefix = prefix;
        this.source = source;
    }

    /** The address of a file, with its mark. */
    public String address(String name) {
        return files.computeIfAbsent(name, this::read)
                .map(file -> prefix + name + "?v=" + file.mark())
                .orElse(prefix + name);
    }

    /** Answers with a file, or 404. */
    public void serve(String name, HttpServletRequest request, HttpServletResponse response) throws IOException {
        File file = files.size() < 2_000 || files.containsKey(name)
                ? files.computeIfAbsent(name, this::read).orElse(null)
                : null;
        if (file == null) {
            new Problem(404, "Fichier introuvable", null, null).write(response);
            return;
        }
        boolean marked = file.mark().equals(request.getParameter("v"));
        response.setHeader("Cache-Control", marked ? "public, max-age=31536000, immutable" : "public, max-age=60");
        response.setContentType(file.type());
        response.setContentLength(file.content().length);
        response.getOutputStream().write(file.content());
    }

    private Optional<File> read(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        URL url = type == null || name.contains("..") ? null : source.apply(name);
        if (url == null || type == null) {
            return Optional.empty();
        }
        try (InputStream in = url.openStream()) {
            byte[] content = in.readAllBytes();
            return Optional.of(new File(content, mark(content), type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String mark(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** As text, to be written into a page; empty if there is no such file. */
    public String text(String name) {
        return files.computeIfAbsent(name, this::read)
                .map(file -> new String(file.content(), StandardCharsets.UTF_8))
                .orElse("");
    }
}
