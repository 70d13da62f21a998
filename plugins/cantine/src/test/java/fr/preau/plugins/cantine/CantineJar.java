package fr.preau.plugins.cantine;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The plugin as it is shipped: its classes and FastCSV in one jar. */
final class CantineJar {
    private CantineJar() {}

    static Path build() {
        try {
            Path jar = Files.createTempFile("cantine-", ".jar");
            jar.toFile().deleteOnExit();
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                    FileSystem library = FileSystems.newFileSystem(origin(CsvReader.class))) {
                add(out, origin(CantinePlugin.class));
                add(out, library.getPath("/de"));
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(JarOutputStream out, Path folder) throws IOException {
        Path root = folder.startsWith("/de") ? folder.resolve("/") : folder;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(file -> !file.equals(root)).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                // Folders have entries of their own, as in jars that Maven makes: that is how migrations are found.
                out.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name.replaceFirst("/*$", "/") : name));
                if (!Files.isDirectory(file)) {
                    Files.copy(file, out);
                }
                out.closeEntry();
            }
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
