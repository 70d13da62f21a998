package fr.preau.server.db;

import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.logging.LogFactory;
import org.postgresql.ds.PGSimpleDataSource;

/** Runs Flyway: one history for the core, one for each plugin's schema. */
final class Migrations {

    private Migrations() {}

    static void core(DatabaseAddress address, Map<String, String> placeholders) {
        ClassLoader loader = Migrations.class.getClassLoader();
        Flyway flyway = configure(loader, administrator(address, address.admin()))
                .defaultSchema("preau")
                .createSchemas(true)
                .locations("classpath:fr/preau/server/db")
                .placeholders(placeholders)
                .load();
        boolean newer = Arrays.stream(flyway.info().all())
                .anyMatch(migration -> migration.getState().name().startsWith("FUTURE"));
        if (newer) {
            throw new StartupFailure("La base de données " + address
                    + " a été écrite par une version plus récente de Préau : installez au moins cette version.");
        }
        flyway.migrate();
    }

    /**
     * Brings a plugin's schema up to date by its SQL files, unless its tables break the rules or {@code keep} is false: then
     * nothing of it stays.
     *
     * @throws MigrationFailure with the faults of the tables, or what the migration said
     */
    static void plugin(DatabaseAddress address, String schema, String owner, ClassLoader loader, boolean keep) {
        MigrationFiles files = MigrationFiles.of((URLClassLoader) loader);
        if (files.isEmpty()) {
            return;
        }
        FluentConfiguration configuration = configure(loader, administrator(address, owner))
                .defaultSchema(schema)
                .createSchemas(false)
                .locations("classpath:db/migration")
                .resourceProvider(files)
                // An older version that is rolled back to finds migrations of the newer one, which only added.
                .ignoreMigrationPatterns("*:future")
                .javaMigrationClassProvider(List::of);
        TableRules rules = null;
        try {
            MigrationInfo[] pending = configuration.load().info().pending();
            if (pending.length > 0) {
                rules = new TableRules(schema, pending[pending.length - 1].getScript(), keep);
                configuration.callbacks(rules).load().migrate();
            } else {
                configuration.load().validate();
            }
        } catch (FlywayException e) {
            if (rules == null || !rules.undone()) {
                throw new MigrationFailure(
                        List.of("migration : " + String.valueOf(e.getMessage()).strip()), e);
            }
            if (!rules.faults().isEmpty()) {
                throw new MigrationFailure(rules.faults(), e);
            }
        } finally {
            // Flyway keeps the last configuration, and with it the plugin's loader, in a static field.
            LogFactory.setConfiguration(
                    Flyway.configure(Migrations.class.getClassLoader()).loggers("slf4j"));
        }
    }

    private static FluentConfiguration configure(ClassLoader loader, DataSource source) {
        return Flyway.configure(loader)
                .loggers("slf4j")
                .group(true)
                .cleanDisabled(true)
                .dataSource(source);
    }

    /** Ready-made, since Flyway would look for the driver in the plugin's loader; what is created belongs to the role. */
    private static DataSource administrator(DatabaseAddress address, String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.jdbcUrl());
        source.setUser(address.admin());
        source.setPassword(address.password());
        source.setOptions("-c role=" + role);
        return source;
    }
}
