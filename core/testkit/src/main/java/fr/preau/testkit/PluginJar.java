package fr.preau.testkit;

import fr.preau.api.EntPlugin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Packs a plugin that was written inside a test, with the classes it needs, its {@code plugin.properties} and any files,
 * into a jar in the temporary folder:
 *
 * <pre>{@code
 * Path jar = PluginJar.of(CarelessPlugin.class).id("careless").file("db/migration/V1__x.sql", SQL).build();
 * }</pre>
 *
 * <p>Taken along: all classes of the class's outermost one. A plugin that bundles libraries is packed as it is shipped:
 *
 * <pre>{@code
 * Path jar = PluginJar.shipped(CantinePlugin.class).library(CsvReader.class).build();
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class PluginJar {
    private static final String DESCRIPTOR = "plugin.properties";

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Properties descriptor = new Properties();

    private PluginJar() {}

    /** A plugin; its id is its class's name in lower case, without “Plugin”, unless {@link #id} says another. */
    public static PluginJar of(Class<? extends EntPlugin> plugin) {
        PluginJar jar = new PluginJar();
        String id = plugin.getSimpleName().replaceFirst("Plugin$", "").toLowerCase(Locale.ROOT);
        return jar.property("plugin.id", id)
                .property("plugin.version", "1.0.0")
                .property("plugin.class", plugin.getName())
                .property("plugin.requires", "^1.0")
                .property("plugin.description", "Plugin d’essai")
                .with(plugin);
    }

    /** A plugin as it is built: all that stands beside its class, {@code plugin.properties} included. */
    public static PluginJar shipped(Class<? extends EntPlugin> plugin) {
        PluginJar jar = new PluginJar().library(plugin);
        byte[] properties = Objects.requireNonNull(jar.files.remove(DESCRIPTOR), "no plugin.properties");
        try (InputStreamReader in =
                new InputStreamReader(new ByteArrayInputStream(properties), StandardCharsets.UTF_8)) {
            jar.descriptor.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    /** Adds a whole library, named by one of its classes. */
    public PluginJar library(Class<?> type) {
        Path origin = origin(type);
        if (Files.isDirectory(origin)) {
            addAll(origin);
            return this;
        }
        try (FileSystem jar = FileSystems.newFileSystem(origin)) {
            addAll(jar.getPath("/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private void addAll(Path root) {
        try (Stream<Path> found = Files.walk(root)) {
            for (Path path : found.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(path).toString().replace('\\', '/');
                if (!name.equals("META-INF/MANIFEST.MF") && !name.endsWith("module-info.class")) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its id. */
    public PluginJar id(String id) {
        return property("plugin.id", id);
    }

    /** Its version, 1.0.0 unless said otherwise. */
    public PluginJar version(String version) {
        return property("plugin.version", version);
    }

    /** A line of {@code plugin.properties}; null takes it away. */
    public PluginJar property(String name, @Nullable String value) {
        if (value == null) {
            descriptor.remove(name);
        } else {
            descriptor.setProperty(name, value);
        }
        return this;
    }

    /** Adds a text file. */
    public PluginJar file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file. */
    public PluginJar file(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    /** Adds classes that the plugin uses, each with all that its outermost class holds. */
    public PluginJar with(Class<?>... classes) {
        for (Class<?> type : classes) {
            Class<?> outermost = type;
            for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
                outermost = outer;
            }
            addNest(outermost);
        }
        return this;
    }

    private void addNest(Class<?> type) {
        add(resource(type), type);
        Path root = origin(type);
        if (!Files.isDirectory(root)) {
            for (Class<?> nested : type.getDeclaredClasses()) {
                addNest(nested);
            }
            return;
        }
        // Anonymous and local classes are in no list of the class itself: look at the folder.
        String stem = resource(type).replaceFirst("\\.class$", "\\$");
        try (Stream<Path> found = Files.list(root.resolve(resource(type)).resolveSibling(""))) {
            found.map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .filter(name -> name.startsWith(stem) && name.endsWith(".class"))
                    .forEach(name -> add(name, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    private void add(String name, Class<?> neighbour) {
        try (InputStream in = neighbour.getResourceAsStream("/" + name)) {
            files.put(name, Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a class was loaded from: a folder of classes or a jar. */
    static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the jar; it is deleted when the process ends. */
    public Path build() {
        try {
            Path jar = Files.createTempFile("preau-" + descriptor.getProperty("plugin.id", "x") + "-", ".jar");
            jar.toFile().deleteOnExit();
            StringWriter text = new StringWriter();
            descriptor.store(text, null);
            try (OutputStream out = Files.newOutputStream(jar);
                    JarOutputStream zip = new JarOutputStream(out)) {
                write(zip, DESCRIPTOR, text.toString().getBytes(StandardCharsets.UTF_8));
                for (String folder : folders()) {
                    write(zip, folder, new byte[0]);
                }
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    write(zip, file.getKey(), file.getValue());
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folders have entries of their own: Flyway looks for {@code db/migration}, not for what is in it. */
    private Set<String> folders() {
        Set<String> folders = new TreeSet<>();
        for (String name : files.keySet()) {
            for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
                folders.add(name.substring(0, slash + 1));
            }
        }
        return folders;
    }

    private static void write(JarOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
