package fr.preau.server.portal.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page: header, places, title, message. For {@code layout.jte}.
 *
 * @param title the page's title: its one h1, and the browser's tab
 * @param tenantName name of the ENT, as people say it; empty where it is not known yet
 * @param personName first and last name, empty when nobody is signed in
 * @param child whether to say “tu” and to write larger
 * @param places the portal's own places, at most five; empty when signed out, or when the person must do something first
 * @param services the plugins this person may open, for the rail on a large screen; may be empty
 * @param crumbs the way back, outermost first, without the page itself; may be empty
 * @param message what was just done, shown once, or null
 * @param hueClass colour of the plugin being visited ({@link fr.preau.api.web.Hue#cssClass()}), empty for the portal
 * @param bell the person’s notices, null for who has none to open yet
 */
public record Shell(
        String title,
        String tenantName,
        String personName,
        boolean child,
        List<Place> places,
        List<Place> services,
        List<Crumb> crumbs,
        @Nullable String message,
        String hueClass,
        @Nullable Bell bell) {

    /** The frame of a page for someone who is not signed in. */
    public static Shell signedOut(String title, String tenantName, @Nullable String message) {
        return new Shell(title, tenantName, "", false, List.of(), List.of(), List.of(), message, "", null);
    }

    /** Whether somebody is signed in. */
    public boolean signedIn() {
        return !personName.isEmpty();
    }

    /** The initials for the avatar. */
    public String initials() {
        return Initials.of(personName);
    }
}
