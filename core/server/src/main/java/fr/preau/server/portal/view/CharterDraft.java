package fr.preau.server.portal.view;

import fr.preau.server.charter.Audience;
import fr.preau.server.charter.CharterText;
import java.util.List;
import java.util.Map;

/**
 * {@code console/charter-draft.jte}: a draft in a form. Every button saves: {@code faire} says what else.
 *
 * @param audience for whom
 * @param version the number it will have
 * @param revision what the form was made from
 * @param text what is written, as typed
 * @param errors faults by field ({@code title}, {@code article.0.text}, {@code articles}): keys of the bundle
 * @param changed whether somebody else saved meanwhile
 * @param icons names of the icons to choose from
 */
public record CharterDraft(
        Audience audience,
        int version,
        int revision,
        CharterText text,
        Map<String, String> errors,
        boolean changed,
        List<String> icons) {
    /** Path of its pages below the console, with the last slash. */
    public String path() {
        return "console/charte/" + audience.slug() + "/brouillon/";
    }

    /** Whether one more article fits. */
    public boolean mayAdd() {
        return text.articles().size() < CharterText.MOST_ARTICLES;
    }
}
