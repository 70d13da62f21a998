package fr.preau.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * What the ENT answered. Immutable.
 *
 * @param status the HTTP status
 * @param body the body as text; empty if there is none
 * @param headers the headers
 */
public record Answer(int status, String body, HttpHeaders headers) {
    /** The body as JSON. */
    public JsonNode json() {
        try {
            return Client.JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + this, e);
        }
    }

    /** Where a redirect leads; empty if it is none. */
    public String location() {
        return headers.firstValue("Location").orElse("");
    }

    /** Whether it is a page. */
    public boolean isHtml() {
        return headers.firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    @Override
    public String toString() {
        return status + (location().isEmpty() ? "" : " -> " + location()) + "\n" + body;
    }
}
