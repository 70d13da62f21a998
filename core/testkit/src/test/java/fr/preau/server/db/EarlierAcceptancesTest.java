package fr.preau.server.db;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.server.Config;
import fr.preau.testkit.EntExtension;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people accepted before charters had audiences goes on, also where the database's owner is no superuser. */
class EarlierAcceptancesTest {
    private static final String PASSWORD = "essai";

    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    @Test
    void they_still_count() throws SQLException {
        DatabaseAddress first =
                Objects.requireNonNull(ent.server().get(Config.class).database());
        DatabaseAddress earlier =
                new DatabaseAddress(first.host(), first.port(), "earlier", "earlier_owner", PASSWORD, first.query());
        try (Connection admin = ent.database();
                var statement = admin.createStatement()) {
            statement.execute("create role earlier_owner login createrole password '" + PASSWORD + "'");
            statement.execute("create database earlier owner earlier_owner");
        }
        before(earlier);
        try (Connection superuser = DriverManager.getConnection(earlier.jdbcUrl(), first.admin(), first.password());
                var statement = superuser.createStatement()) {
            statement.execute("insert into system.tenant (slug, name, kind) values ('essai', 'Essai', 'COMMUNE')");
            statement.execute("insert into core.person (tenant_id, profile, first_name, last_name) "
                    + "select 1, profile, profile, 'Essai' from unnest(array['PUPIL', 'GUARDIAN', 'HEAD', 'MUNICIPAL_STAFF', "
                    + "'GUEST', 'INSPECTOR']) as profile");
            statement.execute("insert into core.charter_acceptance (tenant_id, person_id, version) "
                    + "select tenant_id, id, 1 from core.person where profile <> 'INSPECTOR'");
            Database.open(earlier).close();
            statement.execute("set ent.tenant = '1'");
            assertThat(rows(
                            superuser,
                            "select p.profile || ' ' || s.audience || ' ' || coalesce(s.step, 'in') from core.charter_standing s "
                                    + "join core.person p on p.id = s.person_id order by p.profile"))
                    .containsExactly(
                            "GUARDIAN GUARDIAN in",
                            "GUEST GUEST in",
                            "HEAD SCHOOL in",
                            "INSPECTOR SCHOOL ACCEPT",
                            "MUNICIPAL_STAFF TOWN in",
                            "PUPIL YOUNG_PUPIL in");
        }
    }

    /** Brings a database to what it was before. */
    private static void before(DatabaseAddress address) throws SQLException {
        try (Connection owner = DriverManager.getConnection(address.jdbcUrl(), address.admin(), address.password());
                var statement = owner.createStatement()) {
            statement.execute("create role " + address.role("core") + " login");
            statement.execute("create role " + address.role("views") + " nologin");
            statement.execute("grant " + address.role("views") + " to current_user");
            statement.execute("create role " + address.role("journal") + " nologin");
            statement.execute("grant " + address.role("journal") + " to current_user");
        }
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(address.jdbcUrl(), address.admin(), address.password())
                .defaultSchema("preau")
                .createSchemas(true)
                .locations("classpath:fr/preau/server/db")
                .placeholders(Map.of(
                        "core",
                        address.role("core"),
                        "views",
                        address.role("views"),
                        "journal",
                        address.role("journal")))
                .target("2")
                // The views of today need the schemas of today.
                .repeatableSqlMigrationPrefix("none")
                .load()
                .migrate();
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
