package fr.preau.server.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ENT's database: makes roles and schemas, brings them up to date, and hands out one {@link TenantDb} per login.
 * Thread-safe; {@link #close} ends the core's pool (plugins end theirs).
 */
public final class Database implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Database.class);
    /** The schools' time zone: of the ENT's clock, and of every connection that serves requests. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private static final int CORE_POOL = 8;
    private static final int PLUGIN_POOL = 6;

    private final DatabaseAddress address;
    private final TenantDb core;
    private final LongAdder roundTrips = new LongAdder();

    private Database(DatabaseAddress address) {
        this.address = address;
        this.core = new TenantDb(Connections.pool(address, address.role("core"), CORE_POOL), roundTrips);
    }

    /**
     * Prepares the database and opens the core's pool.
     *
     * @throws StartupFailure if the server can't be reached, the login may not do it, or a newer version wrote it
     */
    public static Database open(DatabaseAddress address) {
        try (Connection admin = Connections.open(address)) {
            if (admin.getMetaData().getDatabaseMajorVersion() < 15) {
                throw new StartupFailure("PostgreSQL 15 ou plus récent est nécessaire.");
            }
            lock(admin);
            login(admin, address, "core");
            owner(admin, address.role("views"));
            owner(admin, address.role("journal"));
            Migrations.core(
                    address,
                    Map.of(
                            "core",
                            address.role("core"),
                            "views",
                            address.role("views"),
                            "journal",
                            address.role("journal")));
            try (Statement statement = admin.createStatement()) {
                for (String part : List.of(
                        "open_school",
                        "school",
                        "class",
                        "person",
                        "membership",
                        "guardianship",
                        "class_reader",
                        "class_right",
                        "school_right",
                        "resource_right",
                        "automatic_group")) {
                    statement.execute("grant select on ent." + part + " to " + address.role("core"));
                }
            }
        } catch (SQLException e) {
            throw new StartupFailure(
                    "La base de données " + address + " ne répond pas comme attendu : "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
        return new Database(address);
    }

    /** One node at a time prepares the database; freed with the connection. */
    private static void lock(Connection admin) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute("select pg_advisory_lock(7073261)");
        }
    }

    private static void login(Connection admin, DatabaseAddress address, String suffix) throws SQLException {
        String role = address.role(suffix);
        execute(admin, ifMissing(role, "create role " + role + " login noinherit nobypassrls"));
        execute(admin, "alter role " + role + " password '" + address.passwordOf(role) + "'");
    }

    private static void owner(Connection admin, String role) throws SQLException {
        execute(admin, ifMissing(role, "create role " + role + " nologin noinherit nobypassrls"));
        execute(admin, "grant " + role + " to current_user");
    }

    private static String ifMissing(String role, String create) {
        return "do $$ begin if not exists (select from pg_roles where rolname = '" + role + "') then " + create
                + "; end if; end $$";
    }

    private static void execute(Connection admin, String sql) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The core's own login: the directory, accounts, sessions. */
    public TenantDb core() {
        return core;
    }

    /**
     * A plugin's schema, brought up to date, and its login.
     *
     * @param pluginId the plugin
     * @param loader where its {@code db/migration} is
     * @throws MigrationFailure with all faults of its tables, or what the migration said
     */
    public TenantDb plugin(String pluginId, ClassLoader loader) {
        prepare(pluginId, loader, true);
        return new TenantDb(
                Connections.pool(address, address.role(PluginSchema.nameOf(pluginId)), PLUGIN_POOL), roundTrips);
    }

    /**
     * Tries a plugin's migrations and undoes them.
     *
     * @throws MigrationFailure with all faults of its tables, or what the migration said
     */
    public void rehearse(String pluginId, ClassLoader loader) {
        prepare(pluginId, loader, false);
    }

    private void prepare(String pluginId, ClassLoader loader, boolean keep) {
        String schema = PluginSchema.nameOf(pluginId);
        String login = address.role(schema);
        String owner = address.role(schema + "_owner");
        try (Connection admin = Connections.open(address)) {
            lock(admin);
            login(admin, address, schema);
            owner(admin, owner);
            execute(admin, "create schema if not exists " + schema + " authorization " + owner);
            execute(admin, "grant usage on schema " + schema + ", ent to " + login);
            execute(
                    admin,
                    "alter role " + login + " in database " + address.database() + " set search_path = " + schema);
            for (String limit : List.of("statement_timeout = '15s'", "idle_in_transaction_session_timeout = '60s'")) {
                execute(admin, "alter role " + login + " in database " + address.database() + " set " + limit);
            }
            execute(admin, "grant select on all tables in schema ent to " + login);
            execute(admin, "grant execute on all functions in schema ent to " + login);
            execute(
                    admin,
                    "alter default privileges for role " + owner + " in schema " + schema
                            + " grant select, insert, update, delete on tables to " + login);
            execute(
                    admin,
                    "alter default privileges for role " + owner + " in schema " + schema
                            + " grant usage on sequences to " + login);
            Migrations.plugin(address, schema, owner, loader, keep);
            if (PluginSchema.hasHistory(admin, schema)) {
                execute(admin, "revoke all on " + schema + ".flyway_schema_history from " + login);
            }
            List<String> faults = new ArrayList<>(PluginSchema.faults(admin, schema));
            if (!faults.isEmpty()) {
                throw new MigrationFailure(faults);
            }
        } catch (SQLException e) {
            throw new MigrationFailure(List.of(String.valueOf(e.getMessage())), e);
        }
        log.debug("schema {} is ready", schema);
    }

    /**
     * Deletes all that a plugin keeps, in every tenant, and its login. It must not run on any node.
     *
     * @throws MigrationFailure if the database refuses
     */
    public void dropPlugin(String pluginId) {
        String schema = PluginSchema.nameOf(pluginId);
        String login = address.role(schema);
        String owner = address.role(schema + "_owner");
        try (Connection admin = Connections.open(address)) {
            lock(admin);
            execute(admin, "drop schema if exists " + schema + " cascade");
            for (String role : List.of(login, owner)) {
                execute(
                        admin,
                        "do $$ begin if exists (select from pg_roles where rolname = '" + role + "') then "
                                + "drop owned by " + role + "; drop role " + role + "; end if; end $$");
            }
            for (String table : List.of(
                    "plugin_login",
                    "plugin_right",
                    "plugin_level",
                    "plugin_role",
                    "plugin_off",
                    "plugin_event",
                    "plugin_listener")) {
                execute(admin, "delete from system." + table + " where plugin_id = '" + pluginId + "'");
            }
            execute(admin, "update system.catalogue set version = version + 1");
        } catch (SQLException e) {
            throw new MigrationFailure(List.of(String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * Waits until no other node holds this, and keeps them waiting until it is closed: for what must not be done twice at once.
     * If this process dies, it is free.
     */
    public AutoCloseable exclusive() {
        try {
            Connection admin = Connections.open(address);
            try {
                execute(admin, "select pg_advisory_lock(7073269)");
                return admin;
            } catch (SQLException e) {
                admin.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new StartupFailure("La base de données ne répond pas : " + e.getMessage(), e);
        }
    }

    /** The database login of a plugin. */
    public String loginOf(String pluginId) {
        return address.role(PluginSchema.nameOf(pluginId));
    }

    /** How many times the application has waited for the database since it started; for measurements. */
    public long roundTrips() {
        return roundTrips.sum();
    }

    /** A connection that listens for notifications; the caller closes it. */
    public Connection listener() throws SQLException {
        return java.sql.DriverManager.getConnection(
                address.jdbcUrl(), address.role("core"), address.passwordOf(address.role("core")));
    }

    @Override
    public void close() {
        core.close();
    }
}
