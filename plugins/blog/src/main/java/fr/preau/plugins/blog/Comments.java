package fr.preau.plugins.blog;

import fr.preau.api.Caller;
import fr.preau.api.web.BadInput;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with comments, by pages and by the API; errors as in {@link Posts}. Doing again what was done already
 * changes nothing and is no error: comments don't change, so there is nothing to misread. Thread-safe.
 */
@Singleton
public final class Comments {

    private final CommentDao comments;

    @Inject
    Comments(CommentDao comments) {
        this.comments = comments;
    }

    /** The comments of a post that the caller saw, as the caller may see them. */
    List<Comment> of(Caller caller, UUID postId) {
        return comments.ofPost(postId, caller.personId());
    }

    /** What waits for the caller, who holds the right to moderate: at most {@value Posts#QUEUE}. */
    List<Comment> waiting(Caller caller) {
        return comments.waiting(caller.personId(), Posts.QUEUE);
    }

    /** A comment that the caller may see. */
    Comment find(Caller caller, UUID id) {
        return comments.find(id, caller.personId()).orElseThrow(NotFoundException::new);
    }

    /**
     * Adds a comment to a post that the caller sees; a child's waits to be read. Sent twice with the same id, it is added once.
     *
     * @return where it stands
     */
    CommentState write(Caller caller, Post post, UUID id, @Nullable String typed) {
        if (!post.published()) {
            throw new ChangedMeanwhile();
        }
        require(comments.mayComment(post.id(), caller.personId()));
        String text = PlainText.paragraphs(typed);
        if (text.isEmpty()) {
            throw new BadInput("text", "Le commentaire est vide.");
        }
        PlainText.tooLong(text, Comment.TEXT_MAX).ifPresent(fault -> {
            throw new BadInput("text", fault);
        });
        CommentState state = caller.profile().isChild() ? CommentState.WAITING : CommentState.PUBLISHED;
        if (comments.insert(id, post.id(), caller.personId(), state, text) == 0) {
            Comment same = find(caller, id);
            if (!same.mine()) {
                throw new ForbiddenException();
            }
            return same.state();
        }
        return state;
    }

    /** Publishes a comment. */
    Comment approve(Caller caller, UUID id) {
        Comment comment = find(caller, id);
        require(comment.moderates());
        if (comment.state() == CommentState.REMOVED) {
            throw new ChangedMeanwhile();
        }
        comments.approve(id);
        return comment;
    }

    /** Takes a comment away. */
    Comment remove(Caller caller, UUID id) {
        Comment comment = find(caller, id);
        require(comment.mine() || comment.moderates());
        comments.remove(id, comment.mine());
        return comment;
    }

    /** Puts a comment back where it was. */
    Comment restore(Caller caller, UUID id) {
        Comment comment = find(caller, id);
        require(comment.mayRestore() || comment.mayRemove());
        comments.restore(id);
        return comment;
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new ForbiddenException();
        }
    }
}
