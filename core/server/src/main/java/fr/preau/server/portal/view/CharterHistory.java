package fr.preau.server.portal.view;

import fr.preau.server.charter.CharterVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code console/charter-history.jte}: one audience's charter. {@code …/brouillon/commencer} starts a draft,
 * {@code …/brouillon/abandonner} throws it away.
 *
 * @param draft what is being written, or null
 * @param published newest first, never empty
 * @param shown which of them is shown
 */
public record CharterHistory(@Nullable CharterVersion draft, List<CharterVersion> published, CharterVersion shown) {
    /** Path of its pages below the console, with the last slash. */
    public String path() {
        return "console/charte/" + shown.audience().slug() + "/";
    }
}
