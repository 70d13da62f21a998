package fr.preau.examples.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.preau.server.db.DatabaseAddress;
import fr.preau.server.db.PluginSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/**
 * The floor's way to the database: one login that may read everything, one pool, plain Jdbi. Row-level security binds this
 * login as it binds the server's, but the tenant is a setting of the login: no statement carries it along, and every
 * statement is one round trip. Thread-safe.
 */
final class FloorDatabase implements AutoCloseable {
    private static final int POOL = 8;
    private static final String PASSWORD = "preau-plancher";

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final LongAdder roundTrips = new LongAdder();

    private FloorDatabase(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        jdbi.installPlugin(new SqlObjectPlugin());
        jdbi.installPlugin(new PostgresPlugin());
        jdbi.getConfig(SqlStatements.class).setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                roundTrips.increment();
            }
        });
    }

    /** Makes the login and opens its pool. */
    static FloorDatabase open(DatabaseAddress address, int tenantId, ZoneId zone, Collection<String> plugins)
            throws SQLException {
        String login = address.role("floor");
        List<String> schemas = plugins.stream().map(PluginSchema::nameOf).toList();
        try (Connection admin = DriverManager.getConnection(address.jdbcUrl(), address.admin(), address.password());
                var statement = admin.createStatement()) {
            statement.execute("create role " + login + " login noinherit nobypassrls password '" + PASSWORD + "'");
            statement.execute("alter role " + login + " set ent.tenant = '" + tenantId + "'");
            for (String schema : List.of("ent", "core")) {
                statement.execute("grant usage on schema " + schema + " to " + login);
                statement.execute("grant select on all tables in schema " + schema + " to " + login);
            }
            if (!schemas.isEmpty()) {
                String list = String.join(", ", schemas);
                statement.execute("alter role " + login + " set search_path = " + list);
                statement.execute("grant usage on schema " + list + " to " + login);
                statement.execute("grant select on all tables in schema " + list + " to " + login);
            }
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("floor");
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(login);
        config.setPassword(PASSWORD);
        config.setMaximumPoolSize(POOL);
        config.setConnectionInitSql("set time zone '" + zone.getId() + "'");
        config.addDataSourceProperty("prepareThreshold", "3");
        return new FloorDatabase(new HikariDataSource(config));
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /** How often a statement was sent and waited for. */
    long roundTrips() {
        return roundTrips.sum();
    }

    @Override
    public void close() {
        pool.close();
    }
}
