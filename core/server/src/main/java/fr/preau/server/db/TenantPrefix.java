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
 * Sends the tenant in the same round trip as the statement that needs it. Inside a transaction the first statement carries
 * {@code select set_config(…);} in front. A read on its own is put between {@code begin} and {@code commit} as well, all four in
 * one message: the driver sometimes parts such a message (it does when a parameter's type is left to the server), and the tenant
 * must not end in between. Each part stays a prepared statement. What can't be prefixed (batches, generated keys, positional
 * parameters) costs a round trip more. Thread-safe: all state is in the thread's {@link UnitOfWork}.
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
        try {
            if ((type == Query.class || type == Update.class)
                    && !context.isReturningGeneratedKeys()
                    && sql.indexOf('?') < 0) {
                boolean alone = unit.tenantTravels();
                context.define(MARK, alone ? 2 : 1);
                return alone ? "begin;" + PREFIX + sql + "\n;commit" : PREFIX + sql;
            }
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
        if (context.getAttribute(MARK) instanceof Integer before) {
            // Past what begin and set_config answered.
            for (int i = 0; i < before; i++) {
                statement.getMoreResults();
            }
        }
    }
}
