package fr.preau.plugins.blog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A post in a list. Immutable.
 *
 * @param id its id
 * @param classId its class
 * @param className the class's name
 * @param authorName first and last name of its author; empty if the author has been erased
 * @param state where it stands
 * @param title its title; empty for an unfinished draft
 * @param excerpt its beginning, ending with “…” if there is more
 * @param moment when it was published, sent, changed or removed: what the list is sorted by
 * @param comments how many published comments it has
 * @param sharedBy who shared it with the person; empty for posts of the person's own classes
 */
public record PostLine(
        UUID id,
        UUID classId,
        String className,
        String authorName,
        PostState state,
        String title,
        String excerpt,
        Instant moment,
        int comments,
        String sharedBy) {

    /** Characters of the text that a list reads. */
    static final int EXCERPT = 420;

    /** Written by hand: this list is the busiest page of the blog. Columns by rank, see {@link PostLineDao}. */
    public static final class Mapper implements RowMapper<PostLine> {
        @Override
        public PostLine map(ResultSet row, StatementContext context) throws SQLException {
            return new PostLine(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getString(4),
                    PostState.valueOf(row.getString(5)),
                    row.getString(6),
                    shortened(row.getString(7)),
                    row.getTimestamp(8).toInstant(),
                    row.getInt(9),
                    row.getString(10));
        }

        /** Ends at a word. The database sends one character more than is shown, if there is one. */
        private static String shortened(String beginning) {
            if (beginning.codePointCount(0, beginning.length()) <= EXCERPT) {
                return beginning;
            }
            int space = beginning.lastIndexOf(' ');
            int end = space > 0 ? space : beginning.offsetByCodePoints(0, EXCERPT);
            return beginning.substring(0, end).stripTrailing() + "…";
        }
    }
}
