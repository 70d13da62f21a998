package fr.preau.server.db;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.EntExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every table of a tenant starts its keys with the tenant, and row-level security binds everybody who serves requests. */
class TenantTablesTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    @Test
    void tables_of_the_core_keep_the_rules() throws SQLException {
        try (Connection admin = ent.database()) {
            assertThat(strings(admin, "select tablename from pg_tables where schemaname = 'core'"))
                    .hasSizeGreaterThan(10);
            assertThat(PluginSchema.faults(admin, "core")).isEmpty();
        }
    }

    @Test
    void a_table_that_breaks_them_is_found() throws SQLException {
        try (Connection admin = ent.database();
                var statement = admin.createStatement()) {
            statement.execute("create schema broken");
            statement.execute("create table broken.forgetful (id uuid primary key)");
            statement.execute("create table broken.unsafe (tenant_id integer not null, id uuid primary key)");
            assertThat(PluginSchema.faults(admin, "broken"))
                    .anyMatch(fault -> fault.contains("forgetful") && fault.contains("tenant_id integer"))
                    .anyMatch(fault -> fault.contains("unsafe") && fault.contains("row level security"))
                    .anyMatch(fault -> fault.contains("unsafe_pkey") && fault.contains("ne commence pas"));
        }
    }

    @Test
    void no_login_that_serves_requests_escapes_row_level_security() throws SQLException {
        try (Connection admin = ent.database()) {
            assertThat(strings(
                            admin,
                            "select rolname from pg_roles r where (rolsuper or rolbypassrls) and rolname like "
                                    + "current_database() || '\\_%'"))
                    .isEmpty();
            assertThat(strings(
                            admin,
                            "select viewowner from pg_views where schemaname = 'ent' and viewowner <> "
                                    + "current_database() || '_views'"))
                    .isEmpty();
        }
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
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
