package fr.preau.api.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page that a resource method returns. The host renders the template inside the portal's layout, in one go, after the
 * transaction has been committed: read everything the template needs beforehand.
 *
 * <pre>{@code return Page.of("Menus de la semaine", "week.jte").with("week", week);}</pre>
 *
 * <p>Each {@code with} name is a {@code @param} of the template. A template may also declare {@code @param Ui ui}: the
 * host fills it. Not thread-safe; made for one answer.
 */
public final class Page {

    private final String title;
    private final @Nullable String template;
    private final Map<String, @Nullable Object> parameters = new HashMap<>();
    private int status = 200;
    private boolean fragment;

    private Page(String title, @Nullable String template) {
        this.title = title;
        this.template = template;
    }

    /**
     * A page from a template.
     *
     * @param title the title of the page, in French, shown as its heading and in the browser's tab
     * @param template path below {@code src/main/jte}: {@code "week.jte"}
     */
    public static Page of(String title, String template) {
        return new Page(title, template);
    }

    /** A page of one paragraph of plain text, for the smallest of plugins. */
    public static Page text(String title, String text) {
        return new Page(title, null).with("text", text);
    }

    /** A piece of a page, without the layout: what htmx swaps in. */
    public static Page fragment(String template) {
        Page page = new Page("", template);
        page.fragment = true;
        return page;
    }

    /** Gives the template one of its parameters. */
    public Page with(String name, @Nullable Object value) {
        parameters.put(name, value);
        return this;
    }

    /** Sets the HTTP status, 200 unless said otherwise. 422 for a form that comes back with its errors. */
    public Page status(int httpStatus) {
        this.status = httpStatus;
        return this;
    }

    /** The title; empty for a fragment. */
    public String title() {
        return title;
    }

    /** The template's path, null for {@link #text}. */
    public @Nullable String template() {
        return template;
    }

    /** The template's parameters. */
    public Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Whether it is rendered without the layout. */
    public boolean isFragment() {
        return fragment;
    }
}
