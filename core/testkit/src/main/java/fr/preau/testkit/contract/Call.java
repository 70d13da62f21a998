package fr.preau.testkit.contract;

import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.Multipart;
import fr.preau.testkit.contract.Route.Body;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request that is ready to be sent.
 *
 * @param method the HTTP method
 * @param path path and query
 * @param body what kind of body
 * @param fields the fields of a form, in order
 * @param json the body, if it is JSON
 */
record Call(String method, String path, Body body, Map<String, String> fields, String json) {
    Answer send(Client client) {
        return switch (body) {
            case NONE -> client.send(method, path, null, null);
            case JSON -> client.send(method, path, "application/json", BodyPublishers.ofString(json));
            case FORM ->
                client.postForm(
                        path,
                        fields.entrySet().stream()
                                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                                .toArray(String[]::new));
            case MULTIPART -> client.postParts(path, parts());
        };
    }

    private Multipart parts() {
        Multipart parts = new Multipart();
        fields.forEach(parts::field);
        byte[] file = "essai".getBytes(StandardCharsets.UTF_8);
        return parts.file("file", "essai.txt", file).file("files", "essai.txt", file);
    }

    /** Whether a text is part of the request, so that an answer may well repeat it. */
    boolean says(String text) {
        return path.contains(text) || json.contains(text) || fields.containsValue(text);
    }

    @Override
    public String toString() {
        return method + " " + path + (fields.isEmpty() ? "" : " " + fields) + (json.isEmpty() ? "" : " " + json);
    }
}
