package fr.preau.plugins.blog;

import java.time.Instant;
import java.util.UUID;

/**
 * A comment as one person sees it, and what that person may do with it. Immutable.
 *
 * @param id its id
 * @param postId its post
 * @param postTitle the post's title
 * @param className the name of the post's class
 * @param authorName first and last name of its author; empty if the author has been erased
 * @param state where it stands
 * @param text its text, plain
 * @param createdAt when it was written
 * @param removedByAuthor whether its author removed it, rather than a moderator
 * @param mine whether the person wrote it
 * @param moderates whether the person moderates the class
 */
public record Comment(
        UUID id,
        UUID postId,
        String postTitle,
        String className,
        String authorName,
        CommentState state,
        String text,
        Instant createdAt,
        boolean removedByAuthor,
        boolean mine,
        boolean moderates) {

    /** The longest text, in characters. */
    public static final int TEXT_MAX = 2_000;

    /** A moderator publishes what waits. */
    public boolean mayApprove() {
        return moderates && state == CommentState.WAITING;
    }

    /** The author, or a moderator. */
    public boolean mayRemove() {
        return state != CommentState.REMOVED && (mine || moderates);
    }

    /** A removal is undone by the side that did it. */
    public boolean mayRestore() {
        return state == CommentState.REMOVED && (removedByAuthor ? mine : moderates);
    }
}
