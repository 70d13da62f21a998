package fr.preau.server.repository;

import fr.preau.server.Config;
import fr.preau.server.plugin.Described;
import fr.preau.server.plugin.PluginFailure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in a plugin's jar from wherever it comes, and judges it without running or loading anything of it: first its size,
 * then the archive, the descriptor, the signature. What it refuses is logged. Thread-safe.
 */
@Singleton
public final class Intake {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final int MOST_FAULTS = 20;
    static final String DESCRIPTOR = "plugin.properties";
    static final int DESCRIPTOR_SIZE = 64 << 10;

    private final long largest;
    private final Signers signers;

    @Inject
    Intake(Config config, Signers signers) {
        this.largest = config.pluginSize();
        this.signers = signers;
    }

    /** The largest jar that is taken, in bytes. */
    public long largest() {
        return largest;
    }

    /**
     * Stores a jar while reading it, no further than the largest size, and judges it.
     *
     * @param content the jar; not closed
     * @param target where to put it; removed again if it is refused
     * @throws PluginFailure with all faults
     */
    public ReceivedJar receive(InputStream content, Path target) throws IOException {
        boolean taken = false;
        try {
            try (OutputStream out = Files.newOutputStream(target)) {
                byte[] buffer = new byte[16 << 10];
                long size = 0;
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    size += read;
                    if (size > largest) {
                        throw refused(target, List.of(tooLarge()));
                    }
                    out.write(buffer, 0, read);
                }
            }
            ReceivedJar jar = judge(target);
            taken = true;
            return jar;
        } finally {
            if (!taken) {
                Files.deleteIfExists(target);
            }
        }
    }

    /**
     * Judges a jar that is already here.
     *
     * @throws PluginFailure with all faults
     */
    public ReceivedJar judge(Path jar) {
        try {
            long size = Files.size(jar);
            if (size > largest) {
                throw refused(jar, List.of(tooLarge()));
            }
            JarContents contents = JarContents.read(jar, largest, DESCRIPTOR, DESCRIPTOR_SIZE);
            List<String> faults = new ArrayList<>(contents.faults());
            String properties = contents.wanted();
            Described described = null;
            if (properties != null) {
                described = Described.read(properties, asLoaded(contents));
                faults.addAll(described.faults());
            }
            Signer signer = contents.faults().isEmpty() ? signer(jar, faults) : null;
            if (described == null || !faults.isEmpty()) {
                throw refused(jar, faults);
            }
            return new ReceivedJar(
                    jar,
                    described.id(),
                    described.version(),
                    described.description(),
                    described.requires(),
                    described.dependencies(),
                    Digests.of(jar),
                    size,
                    signer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only of an archive that is sound: verifying reads all of it. */
    private @Nullable Signer signer(Path jar, List<String> faults) {
        try {
            Optional<JarSeal> seal = JarSeal.read(jar);
            return signers.require(seal, "le jar");
        } catch (PluginFailure e) {
            faults.addAll(e.faults());
            return null;
        }
    }

    /** A class of {@code META-INF/versions/17} is loaded in its package's place. */
    static List<String> asLoaded(JarContents contents) {
        return contents.names().stream()
                .map(name -> name.replaceFirst("^(?i)META-INF/versions/\\d+/", ""))
                .toList();
    }

    private String tooLarge() {
        return "le fichier dépasse " + (largest >> 20) + " Mo, la plus grande taille d’un plugin (PREAU_PLUGIN_SIZE)";
    }

    private static PluginFailure refused(Path jar, List<String> faults) {
        PluginFailure failure = new PluginFailure(few(faults), null);
        log.warn("{} refused:\n{}", jar.getFileName(), failure.getMessage());
        return failure;
    }

    /** The first ones: a jar made to harm can have thousands. */
    static List<String> few(List<String> faults) {
        if (faults.size() <= MOST_FAULTS) {
            return faults;
        }
        List<String> few = new ArrayList<>(faults.subList(0, MOST_FAULTS));
        few.add("et " + (faults.size() - MOST_FAULTS) + " autres fautes");
        return few;
    }
}
