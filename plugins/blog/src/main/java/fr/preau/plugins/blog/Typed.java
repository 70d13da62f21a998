package fr.preau.plugins.blog;

import java.util.UUID;

/**
 * What was typed below a post and could not be taken, to be shown again. Immutable.
 *
 * @param commentId the id that the next comment will have, so that a form sent twice adds one
 * @param comment the comment
 * @param commentFault what is wrong with it; empty if nothing
 * @param word the teacher's word
 * @param wordFault what is wrong with it; empty if nothing
 */
public record Typed(UUID commentId, String comment, String commentFault, String word, String wordFault) {

    /** Nothing typed yet. */
    static Typed nothing() {
        return new Typed(UUID.randomUUID(), "", "", "", "");
    }

    /** A comment that could not be taken. */
    static Typed comment(String text, String fault) {
        return new Typed(UUID.randomUUID(), text, fault, "", "");
    }

    /** A word that could not be taken. */
    static Typed word(String text, String fault) {
        return new Typed(UUID.randomUUID(), "", "", text, fault);
    }
}
