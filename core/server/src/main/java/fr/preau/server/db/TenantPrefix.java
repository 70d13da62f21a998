package fr.preau.server.db;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.core.statement.Update;

/**
 * Sends the tenant in the same round trip as the statement that needs it: {@code select set_config(…); } in front. The
 * driver sends both parts with one Sync, so PostgreSQL runs them as one transaction even in autocommit, and each part
 * stays a prepared statement. What can't be prefixed (batches, generated keys, positional parameters) costs a round trip
 * more. Thread-safe: all state is in the thread's {@link UnitOfWork}.
 */
final class TenantPrefix implements TemplateEngine, StatementCustomizer {
    private static final String MARK = "ent_tenant__";
    private static final String PREFIX = "select set_config('ent.tenant', :" + MARK + ", true);";

    private final TenantDb db;

    TenantPrefix(TenantDb db) {
        this.db = db;
    }

    void install(SqlStatements statements) {
        statements.setTemplateEngine(this).addCustomizer(this);
    }

    @Override
    public String render(String sql, StatementContext context) {
        UnitOfWork unit = db.unit();
        if (!unit.mustSendTenant()) {
            return sql;
        }
        var type = context.getJdbiStatementType();
        if ((type == Query.class || type == Update.class)
                && !context.isReturningGeneratedKeys()
                && sql.indexOf('?') < 0) {
            context.define(MARK, true);
            unit.tenantTravels();
            return PREFIX + sql;
        }
        try {
            unit.sendTenant();
        } catch (SQLException e) {
            throw new IllegalStateException("the tenant could not be told to the database", e);
        }
        return sql;
    }

    @Override
    public void beforeBinding(PreparedStatement statement, StatementContext context) {
        if (context.getAttribute(MARK) != null) {
            context.getBinding().addNamed(MARK, db.unit().tenant());
        }
    }

    @Override
    public void beforeExecution(PreparedStatement statement, StatementContext context) {
        db.countRoundTrip();
    }

    @Override
    public void afterExecution(PreparedStatement statement, StatementContext context) throws SQLException {
        if (context.getAttribute(MARK) != null) {
            // Past the row that set_config answered.
            statement.getMoreResults();
        }
    }
}
