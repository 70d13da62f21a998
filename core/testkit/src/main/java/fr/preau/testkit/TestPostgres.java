package fr.preau.testkit;

import fr.preau.server.db.DatabaseAddress;
import fr.preau.server.db.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One PostgreSQL for the whole JVM, one fresh database for each that asks. Thread-safe. */
final class TestPostgres {
    private static final AtomicInteger count = new AtomicInteger();

    private TestPostgres() {}

    /** Made at first use, ended with the process, its folder deleted. */
    private static final class Holder {
        static final EmbeddedServer SERVER = start();

        private static EmbeddedServer start() {
            try {
                Path folder = Files.createTempDirectory("preau-test-");
                EmbeddedServer server = EmbeddedServer.start(folder, false);
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(
                                () -> {
                                    server.close();
                                    delete(folder);
                                },
                                "preau-test-stop"));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static DatabaseAddress freshDatabase() {
        String name = "test" + count.incrementAndGet();
        try {
            Holder.SERVER.createDatabase(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Holder.SERVER.address(name);
    }

    static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("left behind: " + folder + " (" + e.getMessage() + ")");
        }
    }
}
