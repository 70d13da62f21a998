package fr.preau.api.web;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The answer to a form that was accepted: go there, and say what was done. */
public final class Redirect {

    /** Name of the cookie that carries the message to the next page, which shows it once. */
    public static final String MESSAGE_COOKIE = "preau_message";

    private Redirect() {}

    /**
     * Goes to a path below the plugin's root, by GET (303).
     *
     * @param path relative to {@code /apps/<plugin>/}: {@code "week/2026-11-23"}; empty for the root
     */
    public static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /**
     * As {@link #to(String)}, and the next page says this once.
     *
     * @param message what was done, in the user's words: “Le menu est publié.”
     */
    public static Response to(String path, String message) {
        String value = URLEncoder.encode(message, StandardCharsets.UTF_8).replace("+", "%20");
        NewCookie cookie = new NewCookie.Builder(MESSAGE_COOKIE)
                .value(value)
                .path("/")
                .maxAge(60)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        return Response.seeOther(URI.create(path)).cookie(cookie).build();
    }
}
