package fr.preau.server.plugin;

import fr.preau.server.Config;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The jars of plugins that were installed while the server ran. Kept in the database, so that all nodes have them; each node
 * keeps a copy on its disk, named by checksum, which it checks before every use. Thread-safe.
 */
@Singleton
final class JarStore {
    private final Database database;
    private final Path folder;

    @Inject
    JarStore(Database database, Config config) {
        this.database = database;
        this.folder = config.data().resolve("plugins-installes");
    }

    /**
     * A jar of the store.
     *
     * @param sha256 checksum of its bytes, 64 lower-case hexadecimal digits
     */
    record Stored(String sha256, String pluginId, String version) {}

    /** Keeps a jar; keeping it twice is keeping it once. */
    Stored keep(Path jar, String pluginId, String version) {
        String sha256 = checksum(jar);
        byte[] content = bytes(jar);
        Scope.run(
                0,
                Mode.WRITE,
                () -> database.core()
                        .jdbi()
                        .useHandle(handle -> handle.createUpdate(
                                        "insert into system.plugin_jar (sha256, plugin_id, version, content) "
                                                + "values (:sha, :id, :version, :content) on conflict do nothing")
                                .bind("sha", sha256)
                                .bind("id", pluginId)
                                .bind("version", version)
                                .bind("content", content)
                                .execute()));
        return new Stored(sha256, pluginId, version);
    }

    /** Forgets the jars of a plugin that no node is to run or to go back to. */
    void sweep(String pluginId) {
        Scope.run(
                0,
                Mode.WRITE,
                () -> database.core()
                        .jdbi()
                        .useHandle(handle -> handle.createUpdate(
                                        "delete from system.plugin_jar j where plugin_id = :id and not exists ("
                                                + "select from system.plugin p where j.sha256 in (p.jar, p.previous))")
                                .bind("id", pluginId)
                                .execute()));
    }

    /** The jars that were received. */
    List<Stored> all() {
        return Scope.in(
                0,
                Mode.READ,
                () -> database.core()
                        .jdbi()
                        .withHandle(handle -> handle.createQuery(
                                        "select sha256, plugin_id, version from system.plugin_jar order by received_at")
                                .map((row, context) -> new Stored(row.getString(1), row.getString(2), row.getString(3)))
                                .list()));
    }

    /**
     * This node's copy of a jar.
     *
     * @throws PluginFailure if the database has none of that checksum, or what it has is not what it was
     */
    Path file(String sha256) {
        Path copy = folder.resolve(sha256 + ".jar");
        if (Files.exists(copy) && checksum(copy).equals(sha256)) {
            return copy;
        }
        byte[] content = Scope.in(
                        0,
                        Mode.READ,
                        () -> database.core()
                                .jdbi()
                                .withHandle(handle -> handle.createQuery(
                                                "select content from system.plugin_jar where sha256 = :sha")
                                        .bind("sha", sha256)
                                        .mapTo(byte[].class)
                                        .findOne()))
                .orElseThrow(
                        () -> new PluginFailure(List.of("le jar installé n’est plus dans la base de données"), null));
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "jar", ".part");
            Files.write(part, content);
            if (!checksum(part).equals(sha256)) {
                Files.delete(part);
                throw new PluginFailure(
                        List.of("le jar installé a changé dans la base de données : son empreinte n’est plus la bonne"),
                        null);
            }
            return Files.move(part, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PluginFailure("le jar ne s’écrit pas dans " + folder + " : " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(Path jar) {
        try {
            return Files.readAllBytes(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SHA-256 of a file, in hexadecimal. */
    static String checksum(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
