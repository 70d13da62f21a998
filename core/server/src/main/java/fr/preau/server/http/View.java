package fr.preau.server.http;

import fr.preau.server.http.HtmlUi.Place;
import java.util.function.Predicate;

/**
 * How the pages of the core or of a plugin are rendered. Immutable; thread-safe.
 *
 * @param templates its templates
 * @param texts its texts
 * @param assets its static files
 * @param root the path its links start with
 * @param hueClass its colour, empty for the portal
 */
public record View(Templates templates, Texts texts, Assets assets, String root, String hueClass) {
    Place place(Predicate<String> rights) {
        return new Place(root, texts, assets, rights);
    }
}
