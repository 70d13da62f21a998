package fr.preau.plugins.blog;

import fr.preau.api.web.BadInput;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an author typed: plain text, cleaned. Immutable.
 *
 * @param title one line
 * @param text paragraphs parted by an empty line
 */
public record PostText(String title, String text) {

    /** The longest title, in characters. */
    public static final int TITLE_MAX = 150;

    /** The longest text, in characters. */
    public static final int TEXT_MAX = 20_000;

    /** Cleans what was typed; a field that was not sent is empty. */
    static PostText of(@Nullable String title, @Nullable String text) {
        return new PostText(PlainText.line(title), PlainText.paragraphs(text));
    }

    /**
     * What can't be taken, by field, in French; empty if all is well.
     *
     * @param draft whether it is only kept for later, and so may be unfinished
     */
    Map<String, String> faults(boolean draft) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (draft && title.isEmpty() && text.isEmpty()) {
            faults.put("text", "Il n’y a rien à garder : écrire d’abord un titre ou un texte.");
        }
        if (!draft && title.isEmpty()) {
            faults.put("title", "Le titre manque.");
        }
        if (!draft && text.isEmpty()) {
            faults.put("text", "Le texte manque.");
        }
        PlainText.tooLong(title, TITLE_MAX).ifPresent(fault -> faults.put("title", fault));
        PlainText.tooLong(text, TEXT_MAX).ifPresent(fault -> faults.put("text", fault));
        return faults;
    }

    /**
     * As {@link #faults}, for those who send JSON.
     *
     * @throws BadInput for the first fault
     */
    PostText checked(boolean draft) {
        faults(draft).forEach((field, fault) -> {
            throw new BadInput(field, fault);
        });
        return this;
    }
}
