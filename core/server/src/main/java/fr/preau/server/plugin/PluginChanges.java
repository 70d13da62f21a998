package fr.preau.server.plugin;

import fr.preau.server.db.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears, on every node, that the wanted plugins changed, and brings this node to it. Thread-safe. */
@Singleton
public final class PluginChanges {
    private static final Logger log = LoggerFactory.getLogger(PluginChanges.class);
    private static final int PATIENCE_MILLISECONDS = 1_000;

    private final Database database;
    private final PluginHost host;
    private final WantedPlugins wanted;

    @Inject
    PluginChanges(Database database, PluginHost host, WantedPlugins wanted) {
        this.database = database;
        this.host = host;
        this.wanted = wanted;
    }

    /** Starts listening, until closed. */
    public AutoCloseable listen() {
        Thread thread = new Thread(this::run, "plugin-changes");
        thread.setDaemon(true);
        thread.start();
        return () -> {
            thread.interrupt();
            thread.join(3 * PATIENCE_MILLISECONDS);
        };
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try (Connection connection = database.listener();
                    var statement = connection.createStatement()) {
                statement.execute("listen " + WantedPlugins.CHANNEL);
                converge();
                hear(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                log.warn("the database does not answer; listening again soon", e);
                pause();
            }
        }
    }

    private void hear(PGConnection connection) throws SQLException {
        while (!Thread.currentThread().isInterrupted()) {
            var heard = connection.getNotifications(PATIENCE_MILLISECONDS);
            if (heard != null && heard.length > 0) {
                converge();
            }
        }
    }

    private void converge() {
        try {
            wanted.refresh();
            host.converge();
        } catch (RuntimeException e) {
            log.error("could not bring the plugins to what is wanted", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PATIENCE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
