package fr.preau.plugins.blog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of posts. Immutable.
 *
 * @param posts at most {@value #SIZE}
 * @param next where older posts begin, as {@link Cursor} writes it; null if there are none
 */
public record Slice(List<PostLine> posts, @Nullable String next) {

    /** Posts on a page. */
    static final int SIZE = 10;

    /** From one row more than a page holds, which tells whether there is more. */
    static Slice of(List<PostLine> rows) {
        if (rows.size() <= SIZE) {
            return new Slice(List.copyOf(rows), null);
        }
        List<PostLine> posts = List.copyOf(rows.subList(0, SIZE));
        PostLine last = posts.get(SIZE - 1);
        return new Slice(posts, new Cursor(last.moment(), last.id()).toString());
    }
}
