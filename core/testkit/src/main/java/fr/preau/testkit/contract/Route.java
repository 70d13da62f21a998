package fr.preau.testkit.contract;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.glassfish.jersey.uri.UriTemplate;

/**
 * A route of a plugin, as text.
 *
 * @param method the HTTP method
 * @param template the path from the ENT's root: {@code /apps/blog/posts/{id}}
 * @param api whether it answers JSON
 * @param holders the names of the profiles that hold its right
 * @param body what kind of body it takes
 * @param json the JSON body with {@code @@n@@} for the n-th slot; empty unless it takes JSON
 * @param slots where values go
 */
record Route(
        String method, String template, boolean api, Set<String> holders, Body body, String json, List<Slot> slots) {
    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    enum Body {
        NONE,
        FORM,
        MULTIPART,
        JSON
    }

    boolean isGet() {
        return method.equals("GET");
    }

    UriTemplate uri() {
        return new UriTemplate(template);
    }

    /** Whether it has slots in its path. */
    boolean isOpen() {
        return template.indexOf('{') >= 0;
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
