package fr.preau.server.portal.view;

import fr.preau.server.charter.CharterVersion;
import org.jspecify.annotations.Nullable;

/**
 * {@code console/charter-publish.jte}: the last look before a draft is published. Posts {@code revision} and {@code note}.
 *
 * @param draft the draft
 * @param asked how many people will be asked
 * @param again how many of them had accepted what is in force
 * @param note what changed, as typed
 * @param error key of what is wrong with the note, or null
 */
public record CharterPublication(
        CharterVersion draft,
        int asked,
        int again,
        String note,
        @Nullable String error) {
    /** Path of the draft's pages below the console, with the last slash. */
    public String path() {
        return "console/charte/" + draft.audience().slug() + "/brouillon/";
    }
}
