package fr.preau.server.repository;

import fr.preau.api.web.Launcher;
import fr.preau.server.plugin.DeclaredJar;
import fr.preau.server.plugin.Described;
import fr.preau.server.plugin.PluginFailure;
import fr.preau.server.repository.Index.Offer;
import fr.preau.server.repository.Index.Release;
import fr.preau.server.repository.Index.Screenshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Makes a repository of a folder of jars: reads what they declare, takes {@code CHANGELOG.md} and {@code screenshots/} out of
 * them, signs those that are not, and writes the index beside them. The folder can then be served by any web server. Runs
 * code of the jars: for one's own. Not thread-safe.
 */
public final class RepositoryBuild {
    private static final String CHANGELOG = "CHANGELOG.md";
    private static final String SCREENSHOT = "screenshots/([A-Za-z0-9-]{1,60})\\.(png|jpg|webp)";

    private final Path folder;
    private final String name;
    private final @Nullable SigningKey key;
    private final Clock clock;
    private final List<String> faults = new ArrayList<>();

    private RepositoryBuild(Path folder, String name, @Nullable SigningKey key, Clock clock) {
        this.folder = folder;
        this.name = name;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Makes it.
     *
     * @param folder the jars; the index, signatures and pictures are written there
     * @param name what people call it
     * @param key whose signature jars and index get; null for development alone
     * @throws PluginFailure with the faults of all jars, the index left as it was
     */
    public static Index make(Path folder, String name, @Nullable SigningKey key, Clock clock) throws IOException {
        return new RepositoryBuild(folder, name, key, clock).make();
    }

    private Index make() throws IOException {
        Map<String, List<Described>> seen = new TreeMap<>();
        Map<String, Offer> newest = new TreeMap<>();
        Map<String, List<Release>> releases = new TreeMap<>();
        for (Path jar : jars()) {
            List<String> before = List.copyOf(faults);
            try {
                Described described = describe(jar);
                List<Described> same = seen.computeIfAbsent(described.id(), id -> new ArrayList<>());
                if (same.stream().anyMatch(other -> other.version().equals(described.version()))) {
                    fault(
                            jar,
                            "un autre jar a le même identifiant et la même version, « " + described.id() + " "
                                    + described.version() + " »");
                }
                same.add(described);
                sign(jar);
                DeclaredJar declared = DeclaredJar.read(jar);
                Release release = release(jar, described, declared);
                List<Release> all = releases.computeIfAbsent(described.id(), id -> new ArrayList<>());
                all.add(release);
                all.sort((a, b) -> Versions.compare(b.version(), a.version()));
                if (all.get(0) == release) {
                    newest.put(described.id(), offer(described, declared));
                }
            } catch (PluginFailure e) {
                if (faults.equals(before)) {
                    e.faults().forEach(fault -> fault(jar, fault));
                }
            }
        }
        if (releases.isEmpty() && faults.isEmpty()) {
            faults.add("pas de plugin (.jar) dans " + folder);
        }
        Index index = index(newest, releases);
        faults.addAll(IndexRules.faults(index));
        if (!faults.isEmpty()) {
            throw new PluginFailure(faults, null);
        }
        IndexFile.write(index, folder, key);
        return index;
    }

    private List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.getFileName().toString().endsWith(IndexFile.NAME))
                    .sorted()
                    .toList();
        }
    }

    private void fault(Path jar, String fault) {
        faults.add(jar.getFileName() + " : " + fault);
    }

    private static Described describe(Path jar) {
        JarContents contents =
                JarContents.read(jar, Long.MAX_VALUE / JarContents.UNPACKED, Intake.DESCRIPTOR, Intake.DESCRIPTOR_SIZE);
        List<String> all = new ArrayList<>(contents.faults());
        String properties = contents.wanted();
        Described described = Described.read(properties == null ? "" : properties, Intake.asLoaded(contents));
        if (properties != null) {
            all.addAll(described.faults());
        }
        if (!all.isEmpty()) {
            throw new PluginFailure(Intake.few(all), null);
        }
        return described;
    }

    private void sign(Path jar) throws IOException {
        boolean signed = JarSeal.read(jar).isPresent();
        if (!signed && key != null) {
            key.sign(jar);
        }
    }

    private static Offer offer(Described described, DeclaredJar declared) {
        Launcher launcher = declared.contributions().launcher();
        return launcher == null
                ? new Offer(described.id(), described.id(), "puzzle", List.of())
                : new Offer(described.id(), launcher.title(), launcher.icon(), List.of());
    }

    private Release release(Path jar, Described described, DeclaredJar declared) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return new Release(
                    described.version(),
                    described.requires(),
                    described.description(),
                    described.dependencies(),
                    jar.getFileName().toString(),
                    Files.size(jar),
                    Digests.of(jar),
                    Declaration.of(declared.contributions(), declared.kept()),
                    screenshots(jar, zip, described),
                    changelog(zip));
        }
    }

    private static String changelog(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(CHANGELOG);
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            String text = new String(in.readNBytes(4 * IndexRules.LONGEST_TEXT), StandardCharsets.UTF_8).strip();
            return text.substring(0, Math.min(text.length(), IndexRules.LONGEST_TEXT));
        }
    }

    /** Puts the pictures beside the index, so that they can be seen without the jar. */
    private List<Screenshot> screenshots(Path jar, ZipFile zip, Described described) throws IOException {
        List<Screenshot> images = new ArrayList<>();
        for (ZipEntry entry :
                zip.stream().filter(each -> each.getName().matches(SCREENSHOT)).toList()) {
            String own = entry.getName().substring(entry.getName().indexOf('/') + 1);
            Path target = folder.resolve(described.id() + "-" + described.version() + "-" + own);
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = in.readNBytes((int) IndexRules.LARGEST_SCREENSHOT + 1);
                if (Picture.type(bytes) == null) {
                    fault(jar, entry.getName() + " n’est pas une image PNG, JPEG ou WebP");
                }
                Files.write(target, bytes);
                images.add(new Screenshot(
                        target.getFileName().toString(),
                        bytes.length,
                        Digests.of(target),
                        own.replaceFirst("\\..*", "").replace('-', ' ')));
            }
        }
        return images;
    }

    private Index index(Map<String, Offer> newest, Map<String, List<Release>> releases) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<Offer> offers = newest.values().stream()
                .map(offer -> new Offer(
                        offer.id(),
                        offer.title(),
                        offer.icon(),
                        List.copyOf(releases.getOrDefault(offer.id(), List.of()))))
                .sorted((a, b) -> a.title().compareToIgnoreCase(b.title()))
                .toList();
        return new Index(Index.FORMAT, name, Math.max(numberBefore() + 1, now.getEpochSecond()), now, offers);
    }

    /** Seconds since 1970 are the number, so that a folder that was lost and made again is not behind. */
    private long numberBefore() {
        Path before = folder.resolve(IndexFile.NAME);
        try {
            return Files.exists(before) ? IndexFile.read(before).index().number() : 0;
        } catch (PluginFailure e) {
            return 0;
        }
    }
}
