package fr.preau.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server keeps what it is given, and asks everybody for a password. */
class EmbeddedServerTest {
    @TempDir
    Path folder;

    /** Writes rows one by one and prints each number once it is committed. Killed by the test. */
    public static final class Writer {
        private Writer() {}

        /** The data folder is the argument. */
        public static void main(String[] args) throws SQLException {
            EmbeddedServer server = EmbeddedServer.start(Path.of(args[0]), true);
            try (Connection connection = Connections.open(server.address("preau"));
                    var statement = connection.createStatement()) {
                statement.execute("create table written (number integer primary key)");
                for (int i = 1; ; i++) {
                    statement.execute("insert into written values (" + i + ")");
                    System.out.println(i);
                    System.out.flush();
                }
            }
        }
    }

    @Test
    void what_was_acknowledged_survives_a_kill_and_todays_settings_hold() throws Exception {
        Process writer = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int acknowledged = 0;
        try (var lines = writer.inputReader()) {
            String line;
            while (acknowledged < 200 && (line = lines.readLine()) != null) {
                if (line.matches("\\d+")) {
                    acknowledged = Integer.parseInt(line);
                }
            }
            writer.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        assertThat(acknowledged).isEqualTo(200);
        assertThat(Files.exists(folder.resolve("postgresql/postmaster.pid")))
                .as("an orphan is left")
                .isTrue();

        try (EmbeddedServer server = EmbeddedServer.start(folder, true)) {
            try (Connection connection = Connections.open(server.address("preau"));
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(*) from written where number <= 200")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(200);
            }
            Map<String, String> settings = server.settings();
            assertThat(settings)
                    .containsEntry("fsync", "on")
                    .containsEntry("synchronous_commit", "on")
                    .containsEntry("listen_addresses", "127.0.0.1")
                    .containsEntry("autovacuum_naptime", "10");
            DatabaseAddress address = server.address("preau");
            assertThatThrownBy(() -> DriverManager.getConnection(address.jdbcUrl(), "postgres", "")
                            .close())
                    .isInstanceOf(SQLException.class);
            assertThat(Files.readString(folder.resolve("postgresql/pg_hba.conf")))
                    .doesNotContain("trust");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void another_major_version_is_one_clear_line() throws Exception {
        Files.createDirectories(folder.resolve("postgresql"));
        Files.writeString(folder.resolve("postgresql/PG_VERSION"), "99\n");
        assertThatThrownBy(() -> EmbeddedServer.start(folder, true))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("PostgreSQL 99")
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_folder_that_is_none_is_one_clear_line() throws Exception {
        Path file = Files.writeString(folder.resolve("fichier"), "pas un dossier");
        assertThatThrownBy(() -> EmbeddedServer.start(file, true))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_full_disk_is_one_clear_line() {
        assertThatThrownBy(() -> FreeSpace.require(folder, 1_000_000_000))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("presque plein")
                .hasMessageContaining(folder.toString());
    }

    @Test
    void data_written_by_a_newer_version_is_refused() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(folder, false)) {
            Database.open(server.address("preau")).close();
            try (Connection connection = Connections.open(server.address("preau"));
                    var statement = connection.createStatement()) {
                statement.execute(
                        "insert into preau.flyway_schema_history select 999, '999', 'later', 'SQL', "
                                + "'V999__later.sql', 1, installed_by, now(), 1, true from preau.flyway_schema_history limit 1");
            }
            assertThatThrownBy(() -> Database.open(server.address("preau")))
                    .isInstanceOf(StartupFailure.class)
                    .hasMessageContaining("plus récente");
        }
    }
}
