package fr.preau.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.server.Config;
import fr.preau.server.Ent;
import fr.preau.server.db.DatabaseAddress;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.Program;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A node is killed at each step of an upgrade: the others, and itself when it is back, run the old version or the new one, whole,
 * and the next attempt succeeds.
 */
@TestMethodOrder(OrderAnnotation.class)
class KilledInstallTest {
    private static final Path FIRST = GrowingJars.version("1.0.0").build();

    @RegisterExtension
    static final EntExtension ent = EntExtension.bare().with(FIRST);

    @TempDir
    Path folder;

    private final Client teacher = ent.as(ent.school().teacher());

    private static Config config(Path data) {
        return new Config(
                0,
                "127.0.0.1",
                data,
                List.of(FIRST),
                ent.server().get(Config.class).database(),
                null,
                false,
                false);
    }

    private int killed(Path jar, String step) throws Exception {
        DatabaseAddress address =
                Objects.requireNonNull(ent.server().get(Config.class).database());
        String url = "postgresql://" + address.admin() + ":"
                + URLEncoder.encode(address.password(), StandardCharsets.UTF_8) + "@" + address.host() + ":"
                + address.port() + "/" + address.database() + (address.query().isEmpty() ? "" : "?" + address.query());
        return new Program(folder)
                .set("PREAU_DATABASE", url)
                .set("PREAU_PLUGINS", FIRST.toString())
                .main(SteppedInstall.class)
                .run(jar.toString(), step)
                .code();
    }

    private static String versionOf(Ent node) {
        return node.get(PluginHost.class).running().stream()
                .filter(plugin -> plugin.id().equals("growing"))
                .map(RunningPlugin::version)
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest(name = "{0}")
    @Order(1)
    @CsvSource({
        "': kept',            1.1.0, 1.0.0",
        "'Migrating schema',  1.2.0, 1.0.0",
        "': started beside',  1.3.0, 1.0.0",
        "': wanted',          1.4.0, 1.4.0",
        "': alone',           1.5.0, 1.5.0"
    })
    void after_a_kill_it_is_the_old_one_or_the_new_one(String step, String version, String expected) throws Exception {
        Path jar = GrowingJars.grown(version);
        assertThat(killed(jar, step)).isEqualTo(137);
        PluginHost here = ent.server().get(PluginHost.class);
        ent.server().get(WantedPlugins.class).refresh();
        here.converge();
        assertThat(versionOf(ent.server())).isEqualTo(expected);
        assertThat(teacher.get("/apps/growing/").body()).contains("version " + expected);
        try (Ent back = Ent.offline(config(folder.resolve("donnees"))).withPlugins()) {
            assertThat(versionOf(back)).as("when it is back").isEqualTo(expected);
        }
    }

    @Test
    @Order(2)
    void and_the_next_attempt_succeeds() {
        Lifecycle lifecycle = ent.server().get(Lifecycle.class);
        assertThat(lifecycle
                        .install(GrowingJars.grown("1.6.0"), Lifecycle.Actor.OPERATOR)
                        .to())
                .isEqualTo("1.6.0");
        assertThat(teacher.get("/apps/growing/").body()).contains("version 1.6.0");
        assertThat(lifecycle.rollBack("growing", Lifecycle.Actor.OPERATOR).to()).isEqualTo("1.5.0");
    }

    @Test
    @Order(3)
    void killed_before_it_was_wanted_a_first_installation_is_none() throws Exception {
        ent.server().get(Lifecycle.class).remove("growing", Lifecycle.Data.DELETE, Lifecycle.Actor.OPERATOR);
        assertThat(killed(GrowingJars.grown("1.7.0"), ": started beside")).isEqualTo(137);
        ent.server().get(PluginHost.class).converge();
        assertThat(versionOf(ent.server())).isEmpty();
        assertThat(teacher.get("/apps/growing/").status()).isEqualTo(404);
        assertThat(killed(GrowingJars.grown("1.7.0"), ": wanted")).isEqualTo(137);
        ent.server().get(PluginHost.class).converge();
        assertThat(teacher.get("/apps/growing/").body()).contains("version 1.7.0");
    }
}
