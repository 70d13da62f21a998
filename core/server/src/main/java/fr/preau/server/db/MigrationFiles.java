package fr.preau.server.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's own SQL files of {@code db/migration}. We list them ourselves: Flyway asks the loader for the folder, which
 * many build tools do not write into a jar, and then would say nothing and make no table. Thread-safe.
 */
final class MigrationFiles implements ResourceProvider {
    private static final String FOLDER = "db/migration/";

    private final List<SqlFile> files;

    private MigrationFiles(List<SqlFile> files) {
        this.files = files;
    }

    /** Those of the jar or folder that a plugin's loader reads first, not those of its parent. */
    static MigrationFiles of(URLClassLoader loader) {
        List<SqlFile> files = new ArrayList<>();
        for (URL url : loader.getURLs()) {
            Path origin = path(url);
            for (String name : names(origin)) {
                if (name.startsWith(FOLDER) && name.endsWith(".sql")) {
                    URL file = loader.findResource(name);
                    if (file != null) {
                        files.add(new SqlFile(name, file));
                    }
                }
            }
        }
        return new MigrationFiles(List.copyOf(files));
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    private static Path path(URL url) {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> names(Path origin) {
        try {
            if (Files.isDirectory(origin)) {
                Path folder = origin.resolve(FOLDER);
                if (!Files.isDirectory(folder)) {
                    return List.of();
                }
                try (Stream<Path> found = Files.walk(folder)) {
                    return found.map(file -> origin.relativize(file).toString().replace('\\', '/'))
                            .sorted()
                            .toList();
                }
            }
            try (JarFile jar = new JarFile(origin.toFile())) {
                return jar.stream().map(ZipEntry::getName).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return files.stream()
                .filter(file -> file.getAbsolutePath().equals(name)
                        || file.getRelativePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return files.stream()
                .filter(file -> file.getFilename().startsWith(prefix)
                        && Arrays.stream(suffixes).anyMatch(file.getFilename()::endsWith))
                .<LoadableResource>map(file -> file)
                .toList();
    }

    /** One file; its path below the folder stands in the history. */
    private static final class SqlFile extends LoadableResource {
        private final String name;
        private final URL url;

        SqlFile(String name, URL url) {
            this.name = name;
            this.url = url;
        }

        @Override
        public Reader read() {
            // Whole and at once: what a jar's URL keeps open would outlive the plugin.
            try {
                URLConnection connection = url.openConnection();
                connection.setUseCaches(false);
                try (InputStream in = connection.getInputStream()) {
                    return new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
        }

        @Override
        public String getFilename() {
            return name.substring(name.lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return name.substring(FOLDER.length());
        }
    }
}
