package fr.preau.server.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** A scope's work with one database login: its connection, and whether the tenant has been told to it. */
final class UnitOfWork implements AutoCloseable {
    private final TenantDb db;
    private final int tenantId;
    private Scope.Mode mode;
    private @Nullable Connection connection;
    private boolean tenantSent;

    UnitOfWork(TenantDb db, int tenantId, Scope.Mode mode) {
        this.db = db;
        this.tenantId = tenantId;
        this.mode = mode;
    }

    boolean belongsTo(TenantDb other) {
        return db == other;
    }

    Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = db.take();
            connection = open;
            if (mode == Scope.Mode.WRITE) {
                open.setAutoCommit(false);
            }
        }
        return open;
    }

    String tenant() {
        return tenantId == 0 ? "" : Integer.toString(tenantId);
    }

    /** Whether the next statement must carry the tenant along. */
    boolean mustSendTenant() {
        return !tenantSent;
    }

    /** The tenant travels with the statement that is about to run; true if that statement is a transaction of its own. */
    boolean tenantTravels() throws SQLException {
        endFailedRead();
        // The setting ends with its transaction: outside of one, the next statement carries it again.
        tenantSent = mode == Scope.Mode.WRITE;
        return !tenantSent;
    }

    /** Tells the tenant in a round trip of its own, for statements that nothing can be put in front of (batches). */
    void sendTenant() throws SQLException {
        Connection open = connection();
        if (mode == Scope.Mode.READ) {
            open.setAutoCommit(false);
            mode = Scope.Mode.WRITE;
        }
        try (var statement = open.prepareStatement("select set_config('ent.tenant', ?, true)")) {
            statement.setString(1, tenant());
            statement.execute();
        }
        db.countRoundTrip();
        tenantSent = true;
    }

    void commit() {
        Connection open = connection;
        if (open == null || mode == Scope.Mode.READ) {
            return;
        }
        try {
            // PostgreSQL answers such a commit with a rollback, and the driver passes that for done.
            if (open.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED) {
                throw new TransactionException("a statement had failed: nothing of this transaction is kept");
            }
            open.commit();
            db.countRoundTrip();
        } catch (SQLException e) {
            throw new TransactionException(e);
        }
    }

    /** A read that failed never reached its commit. */
    private void endFailedRead() throws SQLException {
        Connection open = connection;
        if (open != null
                && open.getAutoCommit()
                && open.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE) {
            try (var statement = open.createStatement()) {
                statement.execute("rollback");
            }
        }
    }

    @Override
    public void close() {
        // The pool rolls back what was not committed and puts autocommit on again.
        try (Connection closing = connection) {
            endFailedRead();
        } catch (SQLException e) {
            throw new ConnectionException(e);
        } finally {
            connection = null;
            tenantSent = false;
        }
    }
}
