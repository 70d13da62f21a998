package fr.preau.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Profile;
import fr.preau.server.Config;
import fr.preau.server.db.DatabaseAddress;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.PluginJar;
import fr.preau.testkit.SchoolPerson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL that got into a plugin from outside goes as far as the plugin's own login goes: not far. */
class PluginSqlTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare().with(careless("careless"), careless("neighbour"));

    private static final String API = "/apps/careless/api/";
    private static final String THEIRS = "Double";

    private static Path careless(String id) {
        return PluginJar.of(CarelessPlugin.class)
                .id(id)
                .file("db/migration/V1__note.sql", CarelessPlugin.SCHEMA)
                .build();
    }

    @BeforeAll
    static void both_tenants_have_notes() {
        for (SchoolPerson person :
                List.of(ent.school().teacher(), ent.otherSchool().teacher())) {
            String title = person.tenantId() == ent.school().tenantId() ? "Cahier de l’Essai" : "Cahier du Double";
            ent.as(person).postJson(API + "notes", Map.of("title", title));
        }
    }

    private static String run(String sql) {
        return ent.as(Profile.TEACHER)
                .get(API + "sql?q=" + URLEncoder.encode(sql, StandardCharsets.UTF_8))
                .body();
    }

    @Test
    void sql_of_the_plugin_reaches_its_own_tables() {
        assertThat(run("select title from note")).contains("Cahier de l’Essai").doesNotContain(THEIRS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reset role; select * from core.person",
                "reset session authorization; select * from core.person",
                "select * from core.person",
                "select * from core.guardianship",
                "update core.person set last_name = ''",
                "select * from system.account",
                "select * from system.session",
                "insert into system.plugin_off (tenant_id, plugin_id) values (1, 'careless')",
                "select * from preau.flyway_schema_history",
                "select * from p_neighbour.note",
                "delete from p_neighbour.note",
                "select * from p_careless.flyway_schema_history",
                "insert into ent.person (id) values (gen_random_uuid())",
                "delete from ent.person",
                "truncate remark",
                "set role postgres",
                "set role {core}",
                "set role {views}",
                "set role {owner}",
                "set role {neighbour}",
                "set session authorization postgres",
                "alter table note disable row level security",
                "alter table note no force row level security",
                "alter policy tenant on note using (true)",
                "create policy all_of_it on note using (true)",
                "drop table remark",
                "create table mine (id integer)",
                "create table public.mine (id integer)",
                "create schema mine",
                "create function mine() returns integer language sql as 'select 1'",
                "alter role {careless} bypassrls",
                "create role mine login",
                "grant {core} to {careless}",
                "alter default privileges for role {owner} grant truncate on tables to {careless}",
                "copy note to '/dev/null'",
                "copy note to program 'cat'",
                "select pg_read_file('PG_VERSION')",
                "select lo_import('/etc/hostname')",
                "select * from pg_authid",
                "select * from pg_statistic",
                "set session_replication_role = replica"
            })
    void sql_of_the_plugin_is_refused(String sql) {
        DatabaseAddress address =
                Objects.requireNonNull(ent.server().get(Config.class).database());
        String meant = sql.replace("{core}", address.role("core"))
                .replace("{views}", address.role("views"))
                .replace("{careless}", address.role("p_careless"))
                .replace("{owner}", address.role("p_careless_owner"))
                .replace("{neighbour}", address.role("p_neighbour"));
        // insufficient_privilege
        assertThat(run(meant)).as(meant).contains("42501");
    }

    /** Conditions that fail on a row would tell of it; statistics keep samples of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from note where 1 / (case when title = 'Cahier du Double' then 0 else 1 end) = 1",
                "select count(*) from note where cast(title as text) = 'x' or (title || ':1')::text = 'x'",
                "select most_common_vals::text, histogram_bounds::text from pg_stats where schemaname = 'p_careless'",
                "select query from pg_stat_activity where usename <> current_user",
                "set row_security = off; select title from note",
                "reset all; select title from note"
            })
    void sql_of_the_plugin_guesses_nothing(String sql) throws SQLException {
        try (var admin = ent.database();
                var statement = admin.createStatement()) {
            statement.execute("analyze p_careless.note");
        }
        assertThat(run(sql)).as(sql).doesNotContain(THEIRS, "22012", "/ zero");
    }
}
