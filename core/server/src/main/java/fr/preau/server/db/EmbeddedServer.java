package fr.preau.server.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL, run by us on a folder: for a village, for development, for tests. Set to keep what it is given:
 * fsync and synchronous_commit on, a password for every connection, loopback only. A server left over by a killed process
 * is stopped first, so that today's settings always hold.
 *
 * <p>Thread-safe once started. {@link #close} stops the server.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String SUPERUSER = "postgres";
    static final String MAJOR = "18";

    private final @Nullable EmbeddedPostgres postgres;
    private final @Nullable RandomAccessFile lockFile;
    private final int port;
    private final String password;

    private EmbeddedServer(
            @Nullable EmbeddedPostgres postgres, @Nullable RandomAccessFile lockFile, int port, String password) {
        this.postgres = postgres;
        this.lockFile = lockFile;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts on a folder, or joins the server that another process of ours already runs there (the command line does).
     *
     * @param folder the data folder, made if it is missing
     * @param durable false only for tests: no fsync
     * @throws StartupFailure if the folder can't be used, with the reason
     */
    public static EmbeddedServer start(Path folder, boolean durable) {
        try {
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) {
                throw new StartupFailure("Le dossier de données " + folder + " n’est pas accessible en écriture.");
            }
            RandomAccessFile lockFile =
                    new RandomAccessFile(folder.resolve("verrou").toFile(), "rw");
            FileLock lock = tryLock(lockFile);
            Path data = folder.resolve("postgresql");
            if (lock == null) {
                lockFile.close();
                return join(folder, data);
            }
            return startOn(folder, data, lockFile, durable);
        } catch (IOException e) {
            throw new StartupFailure(
                    "Le dossier de données " + folder + " ne peut pas être utilisé : " + reason(e) + ".", e);
        }
    }

    private static @Nullable FileLock tryLock(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock();
        } catch (java.nio.channels.OverlappingFileLockException e) {
            return null;
        }
    }

    private static EmbeddedServer join(Path folder, Path data) throws IOException {
        List<String> pid = Files.exists(data.resolve("postmaster.pid"))
                ? Files.readAllLines(data.resolve("postmaster.pid"))
                : List.of();
        if (pid.size() < 4) {
            throw new StartupFailure("Un autre programme démarre sur le dossier " + folder + " : réessayez ensuite.");
        }
        return new EmbeddedServer(null, null, Integer.parseInt(pid.get(3).trim()), readPassword(folder));
    }

    private static EmbeddedServer startOn(Path folder, Path data, RandomAccessFile lockFile, boolean durable)
            throws IOException {
        stopOrphan(data);
        refuseOtherMajor(data);
        Path marker = folder.resolve("initialise");
        FreeSpace.require(folder, Files.exists(marker) ? FreeSpace.LATER_START : FreeSpace.FIRST_START);
        if (!Files.exists(marker)) {
            deleteTree(data);
            writePassword(folder);
            firstStart(folder, data);
            Files.writeString(marker, "PostgreSQL " + MAJOR + "\n");
        }
        String password = readPassword(folder);
        EmbeddedPostgres.Builder builder = builder(folder, data)
                .setConnectConfig("password", password)
                .setDataDirectoryCustomizer(dir -> requirePasswords(dir.toPath()));
        if (durable) {
            builder.setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
        }
        EmbeddedPostgres postgres = builder.start();
        return new EmbeddedServer(postgres, lockFile, postgres.getPort(), password);
    }

    /** Makes the cluster and gives its superuser a password, on a port nobody knows; nothing is in it yet. */
    private static void firstStart(Path folder, Path data) throws IOException {
        try (EmbeddedPostgres bare = builder(folder, data)
                        .setLocaleConfig("locale", "C.UTF-8")
                        .start();
                Connection connection = bare.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter role " + SUPERUSER + " password '" + readPassword(folder) + "'");
            statement.execute("create database preau");
        } catch (SQLException e) {
            throw new StartupFailure("La base de données n’a pas pu être créée dans " + data + ".", e);
        }
        requirePasswords(data);
    }

    private static EmbeddedPostgres.Builder builder(Path folder, Path data) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(folder.resolve("binaires").toFile())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("autovacuum_naptime", "10s")
                .setServerConfig("jit", "off");
    }

    private static void requirePasswords(Path data) {
        try {
            Files.writeString(
                    data.resolve("pg_hba.conf"),
                    "# Written at each start.\nhost all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A killed process leaves its PostgreSQL running: it would go on with yesterday's settings. */
    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
        ProcessHandle orphan = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("postgres").contains("postgres"))
                .orElse(null);
        if (orphan == null) {
            return;
        }
        log.info("stopping PostgreSQL {} left over by a killed process", pid);
        // SIGINT is PostgreSQL's “fast” shutdown: sessions are ended, everything committed is kept.
        new ProcessBuilder("kill", "-INT", Long.toString(pid)).start();
        try {
            orphan.onExit().get(30, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new StartupFailure(
                    "Un ancien PostgreSQL (processus " + pid + ") tient encore le dossier " + data + " : arrêtez-le.",
                    e);
        }
    }

    private static void refuseOtherMajor(Path data) throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).trim().equals(MAJOR)) {
            throw new StartupFailure("Le dossier de données " + data + " est au format PostgreSQL "
                    + Files.readString(version).trim() + " ; cette version de Préau utilise PostgreSQL " + MAJOR
                    + ". Prenez la version de Préau qui l’a écrit.");
        }
    }

    private static void writePassword(Path folder) throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Path file = folder.resolve("secret");
        Files.deleteIfExists(file);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, HexFormat.of().formatHex(secret));
    }

    private static String readPassword(Path folder) throws IOException {
        return Files.readString(folder.resolve("secret"), StandardCharsets.US_ASCII)
                .trim();
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static String reason(IOException e) {
        if (e instanceof java.nio.file.AccessDeniedException) {
            return "accès refusé";
        }
        String message = String.valueOf(e.getMessage());
        if (message.contains("No space left")) {
            return "le disque est plein";
        }
        if (e instanceof java.nio.file.FileAlreadyExistsException) {
            return "ce n’est pas un dossier";
        }
        return e instanceof java.nio.file.FileSystemException file && file.getReason() == null
                ? "il ne peut pas être créé ici"
                : message;
    }

    /** The address of a database of this server. */
    public DatabaseAddress address(String database) {
        return new DatabaseAddress("127.0.0.1", port, database, SUPERUSER, password, "");
    }

    /** Makes an empty database; for tests, which share one server. */
    public void createDatabase(String database) throws SQLException {
        try (Connection connection = Connections.open(address("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
    }

    @Override
    public void close() {
        try {
            if (postgres != null) {
                postgres.close();
            }
            if (lockFile != null) {
                lockFile.close();
            }
        } catch (IOException e) {
            log.warn("PostgreSQL did not stop cleanly", e);
        }
    }

    /** What the settings in force are, by name; for tests and for {@code preau serve}'s first lines. */
    public Map<String, String> settings() throws SQLException {
        try (Connection connection = Connections.open(address("postgres"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select name, setting from pg_settings")) {
            Map<String, String> settings = new java.util.HashMap<>();
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
            }
            return settings;
        }
    }
}
