package fr.preau.server.repository;

import fr.preau.server.Config;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import fr.preau.server.plugin.PluginFailure;
import fr.preau.server.repository.Index.Release;
import fr.preau.server.repository.Index.Screenshot;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where this server gets plugins. What a repository offers is kept as it was last read and verified, so that pages show it
 * without waiting for anybody. An index that is tampered with, older, or signed by somebody else is refused and logged; the
 * one before stays. Thread-safe.
 */
@Singleton
public final class Repositories {
    private static final Logger log = LoggerFactory.getLogger(Repositories.class);
    private static final Duration INDEX_PATIENCE = Duration.ofSeconds(15);
    private static final Duration JAR_PATIENCE = Duration.ofSeconds(120);

    private final RepositoryDao dao;
    private final Fetch fetch;
    private final Signers signers;
    private final Intake intake;
    private final Clock clock;
    private final Path folder;
    private final boolean development;

    @Inject
    Repositories(Database database, Fetch fetch, Signers signers, Intake intake, Clock clock, Config config) {
        this.dao = database.core().dao(RepositoryDao.class);
        this.fetch = fetch;
        this.signers = signers;
        this.intake = intake;
        this.clock = clock;
        this.folder = config.data().resolve("reception");
        this.development = config.development();
    }

    /** All of them, in the order in which they were added. Two round trips. */
    public List<RepositoryLine> list() {
        Map<String, Signer> known =
                signers.list().stream().collect(Collectors.toMap(Signer::fingerprint, Function.identity()));
        return Scope.in(0, Mode.READ, dao::list).stream()
                .map(row -> line(row, known))
                .toList();
    }

    private RepositoryLine line(RepositoryDao.Row row, Map<String, Signer> known) {
        Signer signer = row.signer() == null ? null : known.get(row.signer());
        boolean trusted = development || (signer != null && signer.removedAt() == null);
        String fault = trusted ? row.fault() : "la signature de ce dépôt ne compte plus ici";
        Index index;
        try {
            index = IndexFile.parse(row.index());
        } catch (PluginFailure e) {
            // Kept by a version of Préau that asked less of it.
            index = new Index(Index.FORMAT, row.address(), row.number(), row.readAt(), List.of());
            fault = String.join(" ; ", e.faults());
        }
        return new RepositoryLine(
                row.id(), row.address(), signer == null ? null : signer.name(), index, row.readAt(), trusted, fault);
    }

    /**
     * Reads a repository and keeps it.
     *
     * @param typed a folder, or an http(s) address
     * @throws PluginFailure if it can't be read or is not trusted
     */
    public Index add(String typed) {
        String address = Fetch.address(typed);
        IndexFile read = read(address);
        Signer signer = signers.require(read.seal(), "l’index");
        int added = Scope.in(
                0,
                Mode.WRITE,
                () -> dao.add(
                        address,
                        signer == null ? null : signer.fingerprint(),
                        read.index().number(),
                        IndexFile.json(read.index()),
                        clock.instant()));
        if (added == 0) {
            throw failure("le dépôt " + address + " est déjà connu (preau repository refresh)");
        }
        log.info("repository {} added", address);
        return read.index();
    }

    /** Forgets a repository; what was installed from it stays. False if it was not known. */
    public boolean remove(String typed) {
        String address = Fetch.normal(typed);
        boolean removed = Scope.in(0, Mode.WRITE, () -> dao.remove(address) > 0);
        if (removed) {
            log.info("repository {} removed", typed);
        }
        return removed;
    }

    /** Reads all of them again. Those that fail keep what they offered, with the fault. */
    public List<RepositoryLine> refresh() {
        for (RepositoryDao.Row row : Scope.in(0, Mode.READ, dao::list)) {
            try {
                refresh(row);
            } catch (PluginFailure e) {
                String fault = String.join(" ; ", e.faults());
                log.warn("repository {} refused: {}", row.address(), fault);
                Scope.run(0, Mode.WRITE, () -> dao.failed(row.id(), fault));
            }
        }
        return list();
    }

    private void refresh(RepositoryDao.Row row) {
        IndexFile read = read(row.address());
        Signer signer = signers.require(read.seal(), "l’index");
        String fingerprint = signer == null ? null : signer.fingerprint();
        if (row.signer() != null && !row.signer().equals(fingerprint)) {
            throw failure("l’index est signé par quelqu’un d’autre qu’avant"
                    + (signer == null ? "" : " : " + signer.name())
                    + " ; si c’est voulu, retirez ce dépôt et ajoutez-le à nouveau");
        }
        Index after = read.index();
        if (after.number() == row.number() && !IndexFile.json(after).equals(row.index())) {
            throw failure("l’index a changé sans changer de numéro (" + after.number() + ")");
        }
        boolean kept = after.number() >= row.number()
                && Scope.in(
                                0,
                                Mode.WRITE,
                                () -> dao.update(row.id(), after.number(), IndexFile.json(after), clock.instant()))
                        > 0;
        if (!kept) {
            throw failure("l’index nº " + after.number() + " est plus ancien que celui déjà lu, nº " + row.number()
                    + " : un retour en arrière est refusé");
        }
    }

    private IndexFile read(String address) {
        return inReception(IndexFile.NAME, file -> {
            fetch.file(address, IndexFile.NAME, IndexFile.LARGEST, INDEX_PATIENCE, file);
            return IndexFile.read(file);
        });
    }

    /**
     * Gets a plugin and hands it over, judged, and the same as the index says.
     *
     * @param work gets the jar, which is removed afterwards
     * @throws PluginFailure if it can't be had or is refused
     */
    public <T> T download(RepositoryLine repository, String pluginId, Release release, Function<ReceivedJar, T> work) {
        if (!repository.trusted()) {
            throw failure(repository.fault());
        }
        if (release.size() > intake.largest()) {
            throw failure("« " + release.file() + " » dépasse " + (intake.largest() >> 20)
                    + " Mo, la plus grande taille d’un plugin (PREAU_PLUGIN_SIZE)");
        }
        return inReception(release.file(), file -> {
            fetched(repository.address(), release.file(), release.size(), release.sha256(), JAR_PATIENCE, file);
            ReceivedJar jar = intake.judge(file);
            if (!jar.id().equals(pluginId) || !jar.version().equals(release.version())) {
                throw refused(
                        repository.address(),
                        release.file(),
                        "est « " + jar.id() + " " + jar.version() + " », l’index annonce « " + pluginId + " "
                                + release.version() + " »");
            }
            return work.apply(jar);
        });
    }

    /**
     * Gets a picture.
     *
     * @throws PluginFailure if it can't be had or is not the one that the index says
     */
    public Picture picture(RepositoryLine repository, Screenshot image) {
        if (!repository.trusted()) {
            throw failure(repository.fault());
        }
        return inReception(image.file(), file -> {
            fetched(repository.address(), image.file(), image.size(), image.sha256(), INDEX_PATIENCE, file);
            byte[] bytes = Files.readAllBytes(file);
            String type = Picture.type(bytes);
            if (type == null) {
                throw refused(repository.address(), image.file(), "n’est pas une image PNG, JPEG ou WebP");
            }
            return new Picture(bytes, type);
        });
    }

    private void fetched(String address, String name, long size, String sha256, Duration patience, Path file)
            throws IOException {
        fetch.file(address, name, size, patience, file);
        long got = Files.size(file);
        if (got != size) {
            throw refused(address, name, "fait " + got + " octets, l’index en annonce " + size);
        }
        if (!Digests.of(file).equals(sha256)) {
            throw refused(address, name, "n’est pas le fichier que l’index annonce : son empreinte diffère");
        }
    }

    private static PluginFailure refused(String address, String name, String why) {
        String fault = address + " : " + name + " " + why;
        log.warn("refused: {}", fault);
        return failure(fault);
    }

    private interface Work<T extends @Nullable Object> {
        T with(Path file) throws IOException;
    }

    private <T extends @Nullable Object> T inReception(String name, Work<T> work) {
        try {
            Files.createDirectories(folder);
            Path own = Files.createTempDirectory(folder, "recu");
            Path file = own.resolve(name);
            try {
                return work.with(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PluginFailure failure(String fault) {
        return new PluginFailure(List.of(fault), null);
    }
}
