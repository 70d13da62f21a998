package fr.preau.plugins.cahierdetextes;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a {@link Work}, by hand: the page of the week reads many. Thread-safe. */
public final class WorkRow implements RowMapper<Work> {

    @Override
    public Work map(ResultSet row, StatementContext context) throws SQLException {
        return new Work(
                row.getObject("id", UUID.class),
                row.getObject("class_id", UUID.class),
                row.getString("class_name"),
                row.getString("subject"),
                row.getObject("due", LocalDate.class),
                row.getString("text"),
                row.getBoolean("hand_in"),
                row.getObject("minutes", Integer.class),
                row.getString("author"),
                row.getBoolean("gives"),
                ids(row.getArray("done_by")),
                row.getObject("done_count", Integer.class));
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }
}
