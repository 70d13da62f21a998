package fr.preau.server.db;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What nodes tell each other through the database (NOTIFY, LISTEN): one connection hears all channels. For those who act at
 * once, such as forgetting what is remembered; what takes long listens on its own. Thread-safe.
 */
@Singleton
public final class Announcements {
    private static final Logger log = LoggerFactory.getLogger(Announcements.class);
    private static final int PATIENCE_MILLISECONDS = 1_000;

    private final Database database;
    private final Map<String, Runnable> hearers = new ConcurrentHashMap<>();

    @Inject
    Announcements(Database database) {
        this.database = database;
    }

    /**
     * Says what to do when something is told: also once the database is heard again after a silence, for something may have been
     * told in between. Before {@link #listen}.
     *
     * @param channel a plain SQL name
     */
    public void hear(String channel, Runnable then) {
        hearers.put(channel, then);
    }

    /** Tells every node, this one too, when the transaction of the thread's scope is committed. */
    public void tell(String channel) {
        database.core()
                .jdbi()
                .useHandle(handle -> handle.createQuery("select pg_notify(:channel, '')::text")
                        .bind("channel", channel)
                        .mapTo(String.class)
                        .list());
    }

    /** Starts listening, until closed. */
    public AutoCloseable listen() {
        Thread thread = new Thread(this::run, "announcements");
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
                for (String channel : hearers.keySet()) {
                    statement.execute("listen " + channel);
                }
                hearers.values().forEach(Announcements::act);
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
            for (var each : heard == null ? new org.postgresql.PGNotification[0] : heard) {
                Runnable then = hearers.get(each.getName());
                if (then != null) {
                    act(then);
                }
            }
        }
    }

    private static void act(Runnable then) {
        try {
            then.run();
        } catch (RuntimeException e) {
            log.error("what another node told could not be acted upon", e);
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
