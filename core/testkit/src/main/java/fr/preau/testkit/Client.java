package fr.preau.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Speaks HTTP with the ENT as one person, or as nobody. Keeps its cookies, follows no redirect. Paths are from the root:
 * {@code /apps/blog/}. Thread-safe.
 */
public final class Client {
    static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private static final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final String FORM = "application/x-www-form-urlencoded";

    private final URI address;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    Client(URI address) {
        this.address = address;
    }

    /** Reads a page or JSON. */
    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    /** Reads, and follows redirects as a browser does, ten at most. */
    public Answer follow(String path) {
        Answer answer = get(path);
        for (int i = 0; i < 10 && !answer.location().isEmpty(); i++) {
            answer = get(address.resolve(answer.location()).getRawPath()
                    + query(address.resolve(answer.location()).getRawQuery()));
        }
        return answer;
    }

    private static String query(@Nullable String query) {
        return query == null ? "" : "?" + query;
    }

    /** Sends a form: names and values in turn. */
    public Answer postForm(String path, String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(encoded(namesAndValues[i]))
                    .append('=')
                    .append(encoded(namesAndValues[i + 1]));
        }
        return send("POST", path, FORM, BodyPublishers.ofString(form.toString()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Posts an object as JSON. */
    public Answer postJson(String path, Object body) {
        return json("POST", path, body);
    }

    /** Puts an object as JSON. */
    public Answer putJson(String path, Object body) {
        return json("PUT", path, body);
    }

    /** Sends an object as JSON; dates go as ISO strings when they are strings. */
    public Answer json(String method, String path, Object body) {
        try {
            return send(method, path, "application/json", BodyPublishers.ofString(JSON.writeValueAsString(body)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("can't be written as JSON: " + body, e);
        }
    }

    /** Deletes. */
    public Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    /** Sends files and fields as {@code multipart/form-data}. */
    public Answer postParts(String path, Multipart parts) {
        return send("POST", path, parts.contentType(), BodyPublishers.ofByteArray(parts.body()));
    }

    /** Sends anything. */
    public Answer send(String method, String path, @Nullable String contentType, @Nullable BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body == null ? BodyPublishers.noBody() : body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        for (HttpCookie cookie : HttpCookie.parse(header)) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
    }

    /** Its cookies, by name: what a browser needs to go on as the same person. */
    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }
}
