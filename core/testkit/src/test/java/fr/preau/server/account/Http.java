package fr.preau.server.account;

import fr.preau.server.Ent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Requests with headers of one's own: what another site, a proxy or a forger would send. */
final class Http {
    private static final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private Http() {}

    /** Reads; headers are names and values in turn. */
    static HttpResponse<String> get(Ent ent, String path, String... headers) throws Exception {
        return send(ent, "GET", path, "", headers);
    }

    /** Sends a form. */
    static HttpResponse<String> post(Ent ent, String path, String form, String... headers) throws Exception {
        return send(ent, "POST", path, form, headers);
    }

    static HttpResponse<String> send(Ent ent, String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ent.address() + path));
        if (method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS")) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.method(method, BodyPublishers.ofString(body));
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** The cookie's value that an answer sets; empty if it sets none. */
    static String cookie(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(Sessions.COOKIE + "="))
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .findFirst()
                .orElse("");
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }
}
