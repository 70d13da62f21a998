package fr.preau.server.portal.view;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code error.jte}: what happened, what was kept, what to do. Texts by status are in the bundle under
 * {@code error.<status>}; {@link #titleKey()} gives the page's title.
 *
 * @param status the HTTP status
 * @param detail something more precise for the person, null if there is nothing to add
 * @param back local path to go back to, {@code /} for home
 * @param reference what to tell the person who helps, to find this error in the logs; null if there is none
 * @param reasons why it was refused, the nearest first; empty if there is no more to say
 */
public record ErrorPage(
        int status,
        @Nullable String detail,
        String back,
        @Nullable String reference,
        List<String> reasons) {

    private static final Set<Integer> TOLD = Set.of(400, 401, 403, 404, 405, 413, 422, 429, 500, 503);

    /** The key under which the bundle speaks of this status: the closest one it knows. */
    public String key() {
        if (TOLD.contains(status)) {
            return "error." + status;
        }
        return status >= 500 ? "error.500" : "error.422";
    }

    /** The key of the page's title. */
    public String titleKey() {
        return key() + ".title";
    }
}
