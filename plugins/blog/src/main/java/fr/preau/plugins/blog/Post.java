package fr.preau.plugins.blog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post as one person sees it, and what that person may do with it. Immutable.
 *
 * @param id its id
 * @param classId its class
 * @param className the class's name
 * @param authorName first and last name of its author; empty if the author has been erased
 * @param state where it stands
 * @param title its title; empty for an unfinished draft
 * @param text its text, plain
 * @param word the teacher's word to the author; empty if there is none, or if the person is neither of the two
 * @param version grows with each change
 * @param createdAt when it was begun
 * @param updatedAt when it last changed
 * @param publishedAt when it was first published; null if it never was
 * @param removedByAuthor whether its author removed it, rather than a moderator
 * @param mine whether the person wrote it
 * @param moderates whether the person moderates its class
 * @param sharedBy who shared it with the person; empty for a post of one of the person's classes
 */
public record Post(
        UUID id,
        UUID classId,
        String className,
        String authorName,
        PostState state,
        String title,
        String text,
        String word,
        int version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant publishedAt,
        boolean removedByAuthor,
        boolean mine,
        boolean moderates,
        String sharedBy) {

    /**
     * Only the author changes the words. Once published, a pupil's text is what the teacher approved: it may be removed,
     * not rewritten.
     */
    public boolean mayEdit() {
        return mine && state != PostState.REMOVED && (state != PostState.PUBLISHED || moderates);
    }

    /** A moderator may still publish what was sent back. */
    public boolean mayApprove() {
        return moderates && (state == PostState.WAITING || state == PostState.REFUSED);
    }

    /** Only what waits can be sent back; what is published is removed instead. */
    public boolean mayRefuse() {
        return moderates && state == PostState.WAITING;
    }

    /** The author, or a moderator. */
    public boolean mayRemove() {
        return state != PostState.REMOVED && (mine || moderates);
    }

    /** A removal is undone by the side that did it: a moderator doesn't bring back what its author took away. */
    public boolean mayRestore() {
        return state == PostState.REMOVED && (removedByAuthor ? mine : moderates);
    }

    /** Comments go with what is published. */
    public boolean published() {
        return state == PostState.PUBLISHED;
    }
}
