package fr.preau.plugins.annuaireonde;

import de.siegmar.fastcsv.reader.CsvReader;
import fr.preau.testkit.PluginJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The plugin as it is delivered: its classes, its resources and the CSV library in one jar. */
final class OndeJar {
    private OndeJar() {}

    /** Packs it; the jar is deleted when the process ends. */
    static Path build() {
        PluginJar jar = PluginJar.of(AnnuaireOndePlugin.class).id("annuaire-onde");
        Path classes = origin(AnnuaireOndePlugin.class);
        addAll(jar, classes);
        try (FileSystem library = FileSystems.newFileSystem(
                URI.create("jar:" + origin(CsvReader.class).toUri()), Map.of())) {
            addAll(jar, library.getPath("/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar.build();
    }

    private static void addAll(PluginJar jar, Path root) {
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith("META-INF/")
                        && !name.equals("plugin.properties")
                        && !name.equals("module-info.class")) {
                    jar.file(name, Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
