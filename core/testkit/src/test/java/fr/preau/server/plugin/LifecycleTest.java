package fr.preau.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.server.Config;
import fr.preau.server.Ent;
import fr.preau.server.Quiet;
import fr.preau.server.plugin.Lifecycle.Actor;
import fr.preau.server.plugin.Lifecycle.Data;
import fr.preau.server.plugin.Lifecycle.Done;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.PluginJar;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Plugins are installed, upgraded, rolled back and removed while the server serves; and what is refused changes nothing. */
class LifecycleTest {
    private static final Path FIRST = GrowingJars.version("1.0.0").build();

    @RegisterExtension
    static final EntExtension ent = EntExtension.bare().with(FIRST);

    /** Refusals are logged. */
    @RegisterExtension
    static final Quiet quiet = Quiet.about("fr.preau.server.plugin");

    @TempDir
    Path folder;

    private final Lifecycle lifecycle = ent.server().get(Lifecycle.class);
    private final PluginHost host = ent.server().get(PluginHost.class);
    private final Client teacher = ent.as(ent.school().teacher());

    @AfterEach
    void asBefore() throws SQLException {
        sql("delete from system.plugin");
        sql("delete from system.plugin_jar");
        host.converge();
        sql("drop table if exists p_growing.more");
        sql("delete from p_growing.flyway_schema_history where version = '2'");
        sql("delete from p_growing.tick");
    }

    private static void sql(String sql) throws SQLException {
        try (var admin = ent.database();
                var statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(String from) throws SQLException {
        try (var admin = ent.database();
                var statement = admin.createStatement();
                var row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        }
    }

    private String page() {
        return teacher.get("/apps/growing/").body();
    }

    @Test
    void an_upgrade_keeps_the_data_and_a_rollback_the_tables() throws SQLException {
        teacher.postForm("/apps/growing/api/ticks");
        assertThat(page()).contains("version 1.0.0, 1 lignes");
        assertThat(lifecycle.previous()).isEmpty();

        Done done = lifecycle.install(GrowingJars.grown("1.1.0"), Actor.OPERATOR);
        assertThat(done).isEqualTo(new Done("growing", "1.0.0", "1.1.0"));
        assertThat(page()).contains("version 1.1.0, 1 lignes");
        assertThat(count("p_growing.more")).isZero();

        assertThat(lifecycle.rollBack("growing", Actor.OPERATOR)).isEqualTo(new Done("growing", "1.1.0", "1.0.0"));
        assertThat(page()).contains("version 1.0.0, 1 lignes");
        teacher.postForm("/apps/growing/api/ticks");
        assertThat(count("p_growing.more")).as("the newer one's table stays").isZero();

        assertThat(lifecycle.rollBack("growing", Actor.OPERATOR).to())
                .as("and forward again")
                .isEqualTo("1.1.0");
        assertThat(page()).contains("version 1.1.0, 2 lignes");
        assertThat(ent.as(ent.school().administrator()).get("/console/journal").body())
                .contains("mis à jour le service « growing »", "revenu à la version d’avant");
    }

    @Test
    void what_is_refused_leaves_the_old_one_serving_and_nothing_behind() throws SQLException {
        PluginJar broken = GrowingJars.version("1.2.0").file("db/migration/V3__broken.sql", "create tabel oops ();");
        refused(broken.build(), "migration");
        refused(GrowingJars.version("1.2.0").property("plugin.requires", "^9.0").build(), "plugin.requires");
        refused(GrowingJars.version("0.9.0").build(), "plus ancienne");
        refused(GrowingJars.version("1.0.0").file("autre.txt", "autre").build(), "même version");
        refused(
                GrowingJars.version("1.2.0")
                        .property("plugin.class", "fr.preau.Absent")
                        .build(),
                "plugin.class");
        assertThatThrownBy(() -> lifecycle.rollBack("growing", Actor.OPERATOR))
                .hasMessageContaining("pas de version d’avant");
        assertThat(ent.as(ent.school().administrator()).get("/console/journal").body())
                .contains("a été refusé");
    }

    private void refused(Path jar, String why) throws SQLException {
        assertThatThrownBy(() -> lifecycle.install(jar, Actor.OPERATOR))
                .isInstanceOf(PluginFailure.class)
                .hasMessageContaining(why);
        assertThat(page()).as(why).contains("version 1.0.0");
        assertThat(count("system.plugin_jar")).as(why).isZero();
        assertThat(count("p_growing.flyway_schema_history where version = '3'"))
                .as(why)
                .isZero();
        host.converge();
        assertThat(page()).as(why).contains("version 1.0.0");
    }

    @Test
    void the_same_jar_twice_is_the_same_as_once() throws SQLException {
        Path jar = GrowingJars.version("1.3.0").build();
        lifecycle.install(jar, Actor.OPERATOR);
        lifecycle.install(jar, Actor.OPERATOR);
        assertThat(page()).contains("version 1.3.0");
        assertThat(lifecycle.previous()).as("still to what was before").containsEntry("growing", "1.0.0");
        assertThat(lifecycle.rollBack("growing", Actor.OPERATOR).to()).isEqualTo("1.0.0");
    }

    @Test
    void a_version_is_started_once() throws Exception {
        Path jar = GrowingJars.version("1.6.0").build();
        lifecycle.install(jar, Actor.OPERATOR);
        RunningPlugin first = running();
        for (int i = 0; i < 20; i++) {
            Thread.sleep(50);
            host.converge();
        }
        assertThat(running()).isSameAs(first);
        assertThat(lifecycle.rollBack("growing", Actor.OPERATOR).to()).isEqualTo("1.0.0");
    }

    private RunningPlugin running() {
        return host.running().stream()
                .filter(plugin -> plugin.id().equals("growing"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void removed_with_or_without_its_data() throws SQLException {
        teacher.postForm("/apps/growing/api/ticks");
        int tenant = ent.school().tenantId();
        sql(
                "insert into core.role_grant (tenant_id, subject, scope_kind, scope_id, plugin_id, resource_kind, level, given_by_name) "
                        + "values (" + tenant
                        + ", 'EVERYONE:', 'RESOURCE', gen_random_uuid(), 'growing', 'tick', 'read', 'Essai')");
        lifecycle.remove("growing", Data.KEEP, Actor.OPERATOR);
        assertThat(teacher.get("/apps/growing/").status()).isEqualTo(404);
        assertThat(host.list()).noneMatch(plugin -> plugin.id().equals("growing"));
        assertThat(count("p_growing.tick")).isEqualTo(1);
        assertThat(count("core.role_grant where plugin_id = 'growing'")).isEqualTo(1);
        lifecycle.install(FIRST, Actor.OPERATOR);
        assertThat(page()).contains("1 lignes");

        lifecycle.remove("growing", Data.DELETE, Actor.OPERATOR);
        assertThat(count("pg_namespace where nspname = 'p_growing'")).isZero();
        assertThat(count("core.role_grant where plugin_id = 'growing'")).isZero();
        assertThat(count("pg_roles where rolname like '%p_growing%'")).isZero();
        lifecycle.install(FIRST, Actor.OPERATOR);
        assertThat(page()).contains("version 1.0.0, 0 lignes");
    }

    @Test
    void from_the_console_and_by_programs_where_the_server_has_one_ent() throws Exception {
        Client admin = ent.as(ent.school().administrator());
        assertThat(admin.get("/console/services").body())
                .as("several ENTs share this server")
                .doesNotContain("/console/serveur/growing");
        assertThat(admin.get("/console/serveur/growing").body()).contains("exploitant");
        assertThat(admin.get("/console/serveur/growing").status()).isEqualTo(403);
        assertThat(admin.postForm("/console/serveur/growing/retirer").status()).isEqualTo(403);
        assertThat(admin.delete("/api/core/plugins/growing").status()).isEqualTo(403);
        assertThat(ent.as(ent.school().head()).get("/api/core/plugins").status())
                .isEqualTo(403);
        lifecycle.install(GrowingJars.grown("1.1.0"), Actor.OPERATOR);
        assertThat(admin.get("/api/core/plugins").body())
                .contains("\"id\":\"growing\"", "\"version\":\"1.1.0\"", "\"previous\":\"1.0.0\"");
    }

    @Test
    void other_nodes_follow_also_one_that_was_down() throws InterruptedException {
        Config first = ent.server().get(Config.class);
        Config config = new Config(0, "127.0.0.1", folder, List.of(FIRST), first.database(), null, false, false);
        try (Ent other = Ent.serve(config)) {
            assertThat(version(other)).isEqualTo("1.0.0");
            lifecycle.install(GrowingJars.grown("1.4.0"), Actor.OPERATOR);
            await(() -> version(other).equals("1.4.0"));
            lifecycle.stop("growing", Actor.OPERATOR);
            await(() -> version(other).isEmpty());
            other.get(Lifecycle.class).start("growing", Actor.OPERATOR);
            await(() -> version(ent.server()).equals("1.4.0"));
        }
        lifecycle.install(GrowingJars.grown("1.5.0"), Actor.OPERATOR);
        try (Ent back = Ent.serve(config)) {
            assertThat(version(back)).as("was down").isEqualTo("1.5.0");
            back.get(Lifecycle.class).rollBack("growing", Actor.OPERATOR);
            await(() -> version(ent.server()).equals("1.4.0"));
        }
    }

    private static String version(Ent node) {
        return node.get(PluginHost.class).running().stream()
                .filter(plugin -> plugin.id().equals("growing"))
                .map(RunningPlugin::version)
                .findFirst()
                .orElse("");
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.currentTimeMillis() + 20_000;
        while (!condition.getAsBoolean()) {
            assertThat(System.currentTimeMillis()).as("in time").isLessThan(end);
            Thread.sleep(50);
        }
    }
}
