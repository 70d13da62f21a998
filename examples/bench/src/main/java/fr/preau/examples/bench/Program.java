package fr.preau.examples.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A program signed in as one person, for preparing what is measured. Not thread-safe. */
final class Program {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final String cookie;

    private Program(URI server, String cookie) {
        this.server = server;
        this.cookie = cookie;
    }

    /** Signs in and accepts the charter, as a person would before anything else. */
    static Program signIn(URI server, String login, String password) {
        Program nobody = new Program(server, "");
        String credentials = "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password);
        HttpResponse<String> answer = nobody.send("POST", "/api/core/session", "application/json", credentials);
        String cookie = answer.headers()
                .firstValue("Set-Cookie")
                .map(value -> value.substring(0, value.indexOf(';')))
                .orElseThrow(() -> new IllegalStateException("no session for " + login + ": " + answer.body()));
        Program program = new Program(server, cookie);
        program.send("POST", "/charte", "application/x-www-form-urlencoded", "suite=/");
        return program;
    }

    /** The session's cookie, as a browser sends it back: {@code name=value}. */
    String cookie() {
        return cookie;
    }

    /** Sends JSON. */
    void post(String path, String json) {
        send("POST", path, "application/json", json);
    }

    /** Replaces by JSON. */
    void put(String path, String json) {
        send("PUT", path, "application/json", json);
    }

    private HttpResponse<String> send(String method, String path, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
