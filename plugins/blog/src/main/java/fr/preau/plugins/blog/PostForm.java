package fr.preau.plugins.blog;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a post shows: a new one, one to change, or what was typed with its faults. Immutable.
 *
 * @param id the post's id, given before it is written so that a form sent twice adds one post
 * @param classId its class; null as long as none was chosen
 * @param state where it stands; null if it is new
 * @param trusted whether sending publishes, the author moderating the class; for a new one the class decides
 * @param version the version being changed; 0 if it is new
 * @param text what is in the fields
 * @param word the teacher's word to the author; empty if there is none
 * @param faults what is wrong, by field
 */
public record PostForm(
        UUID id,
        @Nullable UUID classId,
        @Nullable PostState state,
        boolean trusted,
        int version,
        PostText text,
        String word,
        Map<String, String> faults) {

    /** An empty form. */
    static PostForm empty(@Nullable UUID classId) {
        return new PostForm(UUID.randomUUID(), classId, null, false, 0, new PostText("", ""), "", Map.of());
    }

    /** A form that changes a post. */
    static PostForm of(Post post) {
        return new PostForm(
                post.id(),
                post.classId(),
                post.state(),
                post.moderates(),
                post.version(),
                new PostText(post.title(), post.text()),
                post.word(),
                Map.of());
    }

    /** The same form with what was typed and what is wrong with it. */
    PostForm typed(PostText typed, Map<String, String> found) {
        return new PostForm(id, classId, state, trusted, version, typed, word, found);
    }

    /** Whether it is already on the blog, where there is nothing to send. */
    public boolean published() {
        return state == PostState.PUBLISHED;
    }
}
