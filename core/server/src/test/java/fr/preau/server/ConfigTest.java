package fr.preau.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.server.db.StartupFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
    @TempDir
    Path folder;

    @Test
    void has_sensible_defaults() {
        Config config = Config.read(Map.of());
        assertThat(config.port()).isEqualTo(8080);
        assertThat(config.bind()).isEqualTo("127.0.0.1");
        assertThat(config.database()).isNull();
        assertThat(config.behindProxy()).isFalse();
        assertThat(config.durable()).isTrue();
    }

    @Test
    void tells_all_faults_at_once() {
        Map<String, String> faulty = Map.of(
                "PREAU_PORT", "99999",
                "PREAU_PLUGINS", folder.resolve("nulle-part").toString(),
                "PREAU_DATABASE", "mysql://x",
                "PREAU_ADDRESS", "ent.exemple.fr",
                "PREAU_PROXY", "peut-être",
                "PREAU_PROT", "8080");
        assertThatThrownBy(() -> Config.read(faulty))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContainingAll(
                        "PREAU_PORT",
                        "PREAU_PLUGINS",
                        "PREAU_DATABASE",
                        "PREAU_ADDRESS",
                        "PREAU_PROXY",
                        "PREAU_PROT : réglage inconnu");
    }

    @Test
    void a_variable_goes_before_the_file() throws Exception {
        Path file = Files.writeString(folder.resolve("preau.properties"), "PREAU_PORT=9001\nPREAU_BIND=0.0.0.0\n");
        Config config = Config.read(Map.of("PREAU_CONFIG", file.toString(), "PREAU_PORT", "9002"));
        assertThat(config.port()).isEqualTo(9002);
        assertThat(config.bind()).isEqualTo("0.0.0.0");
    }

    @Test
    void reads_an_external_database_and_never_prints_its_password() {
        Config config = Config.read(
                Map.of("PREAU_DATABASE", "postgresql://ent:s%40cret@base.exemple:5433/preau?sslmode=require"));
        assertThat(config.database()).satisfies(address -> {
            assertThat(address.password()).isEqualTo("s@cret");
            assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://base.exemple:5433/preau?sslmode=require");
            assertThat(address.toString()).doesNotContain("s@cret");
        });
        assertThat(config.toString()).doesNotContain("s@cret");
    }
}
