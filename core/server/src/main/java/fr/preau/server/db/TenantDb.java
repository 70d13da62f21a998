package fr.preau.server.db;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/**
 * The database as one login sees it: the core's, or a plugin's. Its {@link #jdbi} always works inside the thread's
 * {@link Scope}, on that scope's connection and for that scope's tenant. Thread-safe.
 */
public final class TenantDb implements AutoCloseable {
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final LongAdder roundTrips;

    TenantDb(HikariDataSource pool, LongAdder roundTrips) {
        this.pool = pool;
        this.roundTrips = roundTrips;
        this.jdbi = Jdbi.create(new ScopeConnections());
        jdbi.installPlugin(new SqlObjectPlugin());
        jdbi.installPlugin(new PostgresPlugin());
        // Transactions are the scope's, also those that a read had to begin.
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        // What people wrote does not belong into logs.
        jdbi.getConfig(StatementExceptions.class)
                .setMessageRendering(failure -> failure.getShortMessage() + " [" + sqlOf(failure) + "]");
        new TenantPrefix(this).install(jdbi.getConfig(SqlStatements.class));
    }

    private static String sqlOf(StatementException failure) {
        StatementContext context = failure.getStatementContext();
        return context == null ? "" : String.valueOf(context.getRawSql());
    }

    /** Jdbi on the thread's scope. Its transactions are the scope's: do not begin or commit any. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** A SqlObject whose every call runs in the scope of the thread that makes it. */
    public <T> T dao(Class<T> sqlObject) {
        return jdbi.onDemand(sqlObject);
    }

    /** The pool itself, for a library that does its own transactions on tables that belong to no tenant. */
    public DataSource pool() {
        return pool;
    }

    UnitOfWork unit() {
        return Scope.current().unit(this);
    }

    Connection take() throws SQLException {
        return pool.getConnection();
    }

    void countRoundTrip() {
        roundTrips.increment();
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Hands out the scope's connection; the scope, not Jdbi, gives it back. */
    private final class ScopeConnections implements ConnectionFactory {
        @Override
        public Connection openConnection() {
            try {
                return unit().connection();
            } catch (SQLException e) {
                throw new ConnectionException(e);
            }
        }

        @Override
        public void closeConnection(Connection connection) {
            // Nothing: see Scope#close.
        }
    }
}
