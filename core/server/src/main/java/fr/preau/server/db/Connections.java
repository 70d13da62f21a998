package fr.preau.server.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Opens connections: one for the administrator's rare work, pools for the logins that serve requests. */
final class Connections {

    private Connections() {}

    /** A connection of the administrator; close it soon. */
    static Connection open(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.admin(), address.password());
    }

    /**
     * A pool for one of our logins.
     *
     * @param size how many connections at most; small, since each login has its own
     */
    static HikariDataSource pool(DatabaseAddress address, String role, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(role);
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(role);
        config.setPassword(address.passwordOf(role));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        // The first request opens connections; a plugin that is started but never used costs one.
        config.setInitializationFailTimeout(10_000);
        // “Today” in SQL is the schools' today, wherever the machine thinks it is.
        config.setConnectionInitSql(
                "set time zone '" + Database.ZONE.getId() + "'; set plan_cache_mode = force_generic_plan");
        config.addDataSourceProperty("ApplicationName", role);
        config.addDataSourceProperty("prepareThreshold", "3");
        // Else the values of a batch that fails are in its message, and so in the log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }
}
