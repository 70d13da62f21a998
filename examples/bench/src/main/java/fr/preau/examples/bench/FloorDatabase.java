package fr.preau.examples.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.preau.server.db.DatabaseAddress;
import fr.preau.server.db.PluginSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

    private final List<HikariDataSource> pools = new ArrayList<>();
    private final Map<String, Jdbi> jdbis = new TreeMap<>();
    private final LongAdder roundTrips = new LongAdder();

    private FloorDatabase() {}

    /** Makes a login for the page of the core and one for each plugin, as which the views know it, and opens their pools. */
    static FloorDatabase open(DatabaseAddress address, int tenantId, ZoneId zone, Collection<String> plugins)
            throws SQLException {
        FloorDatabase database = new FloorDatabase();
        try (Connection admin = DriverManager.getConnection(address.jdbcUrl(), address.admin(), address.password());
                var statement = admin.createStatement()) {
            List<String> all = new ArrayList<>(plugins);
            all.add("");
            for (String plugin : all) {
                String login = address.role("floor_" + (plugin.isEmpty() ? "core" : PluginSchema.nameOf(plugin)));
                statement.execute("create role " + login + " login noinherit nobypassrls password '" + PASSWORD + "'");
                statement.execute("alter role " + login + " set ent.tenant = '" + tenantId + "'");
                List<String> schemas = new ArrayList<>(List.of("ent", "core"));
                if (!plugin.isEmpty()) {
                    schemas.add(PluginSchema.nameOf(plugin));
                    statement.execute("alter role " + login + " set search_path = " + PluginSchema.nameOf(plugin));
                    statement.execute("insert into system.plugin_login (login, plugin_id) values ('" + login + "', '"
                            + plugin + "')");
                }
                for (String schema : schemas) {
                    statement.execute("grant usage on schema " + schema + " to " + login);
                    statement.execute("grant select on all tables in schema " + schema + " to " + login);
                }
                database.add(plugin, address, login, zone);
            }
        }
        return database;
    }

    private void add(String plugin, DatabaseAddress address, String login, ZoneId zone) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(login);
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(login);
        config.setPassword(PASSWORD);
        config.setMaximumPoolSize(POOL);
        config.setConnectionInitSql("set time zone '" + zone.getId() + "'");
        config.addDataSourceProperty("prepareThreshold", "3");
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        Jdbi jdbi = Jdbi.create(pool);
        jdbi.installPlugin(new SqlObjectPlugin());
        jdbi.installPlugin(new PostgresPlugin());
        jdbi.getConfig(SqlStatements.class).setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                roundTrips.increment();
            }
        });
        jdbis.put(plugin, jdbi);
    }

    /** For the core's page. */
    Jdbi jdbi() {
        return jdbi("");
    }

    /** For a plugin. */
    Jdbi jdbi(String plugin) {
        return Objects.requireNonNull(jdbis.get(plugin));
    }

    /** How often a statement was sent and waited for. */
    long roundTrips() {
        return roundTrips.sum();
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
    }
}
