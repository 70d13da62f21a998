package fr.preau.plugins.blog;

import fr.preau.api.Caller;
import fr.preau.api.web.BadInput;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with posts, by pages and by the API. Each method does nothing that the caller may not do: what the
 * caller may not see answers {@link NotFoundException}, what the caller sees and may not do {@link ForbiddenException},
 * and what no longer makes sense {@link ChangedMeanwhile}. Thread-safe.
 */
@Singleton
public final class Posts {

    /** The longest word of a teacher to an author, in characters. */
    public static final int WORD_MAX = 1_000;

    /** How many waiting posts a moderator is shown at once. */
    static final int QUEUE = 30;

    private static final int LAST_REMOVED = 10;

    private final PostDao posts;
    private final PostLineDao lines;
    private final PostNews news;
    private final Clock clock;

    @Inject
    Posts(PostDao posts, PostLineDao lines, PostNews news, Clock clock) {
        this.news = news;
        this.clock = clock;
        this.posts = posts;
        this.lines = lines;
    }

    /** Published posts of one class, or of all the caller's classes. Empty for a class that is not the caller's. */
    Slice newest(Caller caller, @Nullable UUID classId, @Nullable Cursor before) {
        Cursor cursor = before == null ? Cursor.START : before;
        return Slice.of(
                classId == null
                        ? lines.newest(caller.personId(), cursor, Slice.SIZE + 1)
                        : lines.newestOfClass(caller.personId(), classId, cursor, Slice.SIZE + 1));
    }

    /** The caller's own posts. */
    Slice written(Caller caller, @Nullable Cursor before) {
        return Slice.of(lines.written(caller.personId(), before == null ? Cursor.START : before, Slice.SIZE + 1));
    }

    /** What waits for the caller, who holds the right to moderate: at most {@value #QUEUE}. */
    List<PostLine> waiting(Caller caller) {
        return lines.waiting(caller.personId(), QUEUE);
    }

    /** What was removed last in the classes that the caller moderates. */
    List<PostLine> removed(Caller caller) {
        return lines.removed(caller.personId(), LAST_REMOVED);
    }

    /** A post that the caller may see. */
    Post find(Caller caller, UUID id) {
        return posts.find(id, caller.personId()).orElseThrow(NotFoundException::new);
    }

    /**
     * Adds a post. Sent twice with the same id, it is added once.
     *
     * @param send whether to send it (who moderates the class publishes) rather than to keep it as a draft
     * @return where it stands now
     */
    PostState write(Caller caller, UUID id, UUID classId, PostText text, boolean send) {
        boolean trusted = posts.tieToWrite(classId, caller.personId()).orElseThrow(NotFoundException::new);
        PostState state = PostState.DRAFT.saved(send, trusted);
        text.checked(state == PostState.DRAFT);
        if (posts.insert(id, classId, caller.personId(), state, text) == 0) {
            Post same = find(caller, id);
            if (!same.mine()) {
                throw new ForbiddenException();
            }
            return same.state();
        }
        if (state == PostState.PUBLISHED) {
            news.published(id, classId, clock.instant());
        }
        return state;
    }

    /**
     * Replaces the text of one of the caller's posts.
     *
     * @param version the version that the caller read; null to replace whatever is there
     * @return where it stands now
     */
    PostState rewrite(Caller caller, UUID id, @Nullable Integer version, PostText text, boolean send) {
        Post post = find(caller, id);
        require(post.mine());
        current(post.mayEdit());
        PostState state = post.state().saved(send, post.moderates());
        text.checked(state == PostState.DRAFT);
        done(posts.rewrite(id, version == null ? post.version() : version, state, text));
        if (state == PostState.PUBLISHED && !post.published()) {
            tell(post);
        }
        return state;
    }

    /** Publishes what waits. Nothing happens if it is published already. */
    void approve(Caller caller, UUID id, @Nullable Integer version) {
        Post post = find(caller, id);
        require(post.moderates());
        if (!post.published()) {
            current(post.mayApprove());
            done(posts.decide(id, version == null ? post.version() : version, PostState.PUBLISHED, ""));
            tell(post);
        }
    }

    /**
     * Sends a post back to its author.
     *
     * @param typed the word to the author, compulsory: a refusal without a reason teaches nothing
     */
    void refuse(Caller caller, UUID id, @Nullable Integer version, @Nullable String typed) {
        Post post = find(caller, id);
        require(post.moderates());
        current(post.mayRefuse());
        String word = PlainText.paragraphs(typed);
        if (word.isEmpty()) {
            throw new BadInput("word", "Un mot pour l’auteur manque : il dit ce qui est à corriger.");
        }
        PlainText.tooLong(word, WORD_MAX).ifPresent(fault -> {
            throw new BadInput("word", fault);
        });
        done(posts.decide(id, version == null ? post.version() : version, PostState.REFUSED, word));
    }

    /** Takes a post away. Nothing happens if it is already. */
    void remove(Caller caller, UUID id) {
        Post post = find(caller, id);
        require(post.mine() || post.moderates());
        if (post.mayRemove()) {
            done(posts.remove(id, post.version(), post.mine()));
            if (post.published()) {
                news.withdrawn(id);
            }
        }
    }

    /** Puts back a post that was removed. Nothing happens if it is back already. */
    void restore(Caller caller, UUID id) {
        Post post = find(caller, id);
        if (post.state() == PostState.REMOVED) {
            require(post.mayRestore());
            done(posts.restore(id, post.version()));
            if (find(caller, id).published()) {
                tell(post);
            }
        } else {
            require(post.mine() || post.moderates());
        }
    }

    private void tell(Post post) {
        Instant before = post.publishedAt();
        news.published(post.id(), post.classId(), before == null ? clock.instant() : before);
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new ForbiddenException();
        }
    }

    private static void current(boolean possible) {
        if (!possible) {
            throw new ChangedMeanwhile();
        }
    }

    private static void done(int rows) {
        current(rows == 1);
    }
}
