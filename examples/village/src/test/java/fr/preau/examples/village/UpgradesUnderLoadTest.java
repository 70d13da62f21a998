package fr.preau.examples.village;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.EntPlugin;
import fr.preau.plugins.annuaireonde.AnnuaireOndePlugin;
import fr.preau.plugins.blog.BlogPlugin;
import fr.preau.plugins.cahierdetextes.CahierDeTextesPlugin;
import fr.preau.plugins.cantine.CantinePlugin;
import fr.preau.plugins.garderie.GarderiePlugin;
import fr.preau.server.plugin.Lifecycle;
import fr.preau.server.plugin.Lifecycle.Actor;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.plugin.Visit;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.WeakReference;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each shipped plugin is upgraded again and again while people use all of them: no request fails, and nothing of the versions
 * that left stays. {@code -Dpreau.upgrades=50} does more rounds; it prints what it counted.
 */
class UpgradesUnderLoadTest {
    private static final List<Class<? extends EntPlugin>> PLUGINS = List.of(
            BlogPlugin.class,
            CahierDeTextesPlugin.class,
            CantinePlugin.class,
            GarderiePlugin.class,
            AnnuaireOndePlugin.class);

    private static final int ROUNDS = Integer.getInteger("preau.upgrades", 3);

    @RegisterExtension
    static final EntExtension ent = EntExtension.of(
            BlogPlugin.class,
            CahierDeTextesPlugin.class,
            CantinePlugin.class,
            GarderiePlugin.class,
            AnnuaireOndePlugin.class);

    @TempDir
    Path folder;

    private final Lifecycle lifecycle = ent.server().get(Lifecycle.class);
    private final PluginHost host = ent.server().get(PluginHost.class);
    private final List<WeakReference<ClassLoader>> left = new ArrayList<>();

    @Test
    void nobody_notices_and_nothing_stays() throws Exception {
        Map<String, Path> jars = jars();
        assertThat(jars).hasSize(5);
        loaded(jars, 1, 2);
        await();
        State before = State.now();
        int answered = loaded(jars, 3, 2 + ROUNDS);
        System.out.println(ROUNDS + " upgrades of each of " + jars.size() + " plugins, " + answered
                + " requests answered meanwhile, none failed");
        // The last ones that left may still be looked at by caches with weak keys, until their next use.
        round(jars, 3 + ROUNDS);
        ent.as(ent.school().teacher()).get("/openapi.json");
        await();
        State after = State.now();
        System.out.println("before " + before + ", after " + after + ", loaders left " + alive());
        assertThat(alive())
                .as("class loaders of versions that left, but the last")
                .isLessThanOrEqualTo(jars.size());
        assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 4);
        assertThat(after.connections()).isLessThanOrEqualTo(before.connections() + 2);
        assertThat(after.metaspace()).isLessThan(before.metaspace() * 5 / 4);
    }

    /** Upgrades from one number to another while people use all of it; how many requests were answered. */
    private int loaded(Map<String, Path> jars, int from, int to) throws Exception {
        try (Load load = new Load()) {
            for (String page : List.of("/", "/apps/blog/", "/apps/cahier-de-textes/", "/apps/cantine/", "/services")) {
                load.on(ent.as(ent.school().teacher()), page);
            }
            load.on(ent.as(ent.school().guardian()), "/apps/garderie/");
            load.on(ent.as(ent.school().administrator()), "/console/import");
            for (int i = from; i <= to; i++) {
                round(jars, i);
            }
            load.stop();
            assertThat(load.failures).isEmpty();
            return load.answered.get();
        }
    }

    /** The plugins as they are packed: of a build that only compiled there are none. */
    private static Map<String, Path> jars() throws IOException, URISyntaxException {
        Map<String, Path> jars = new TreeMap<>();
        for (Class<?> plugin : PLUGINS) {
            Path jar = Path.of(
                    plugin.getProtectionDomain().getCodeSource().getLocation().toURI());
            jars.put(descriptor(jar).getProperty("plugin.id"), jar);
        }
        return jars;
    }

    private static Properties descriptor(Path jar) throws IOException {
        Properties properties = new Properties();
        try (JarInputStream in = new JarInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals("plugin.properties")) {
                    properties.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
                    return properties;
                }
            }
        }
        throw new IOException("no plugin: " + jar);
    }

    private void round(Map<String, Path> jars, int number) throws IOException {
        for (Map.Entry<String, Path> jar : jars.entrySet()) {
            try (Visit visit = host.visit(jar.getKey())) {
                if (visit != null) {
                    // In a visit, the plugin's.
                    left.add(new WeakReference<>(Thread.currentThread().getContextClassLoader()));
                }
            }
            Path next = folder.resolve(jar.getKey() + "-" + number + ".jar");
            renumber(jar.getValue(), next, "1.0." + number);
            assertThat(lifecycle.install(next, Actor.OPERATOR).to()).isEqualTo("1.0." + number);
            Files.delete(next);
        }
    }

    /** The same plugin with another number. */
    private static void renumber(Path from, Path to, String version) throws IOException {
        Properties properties = descriptor(from);
        properties.setProperty("plugin.version", version);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        try (InputStream file = Files.newInputStream(from);
                JarInputStream in = new JarInputStream(file);
                OutputStream out = Files.newOutputStream(to);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                jar.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("plugin.properties")) {
                    jar.write(text.toString().getBytes(StandardCharsets.UTF_8));
                } else {
                    in.transferTo(jar);
                }
                jar.closeEntry();
            }
        }
    }

    private long alive() {
        return left.stream().filter(loader -> loader.get() != null).count();
    }

    /** A pool's helper threads live some seconds longer than the pool, and remember who made them. */
    private void await() throws InterruptedException {
        for (int i = 0; i < 300 && alive() > 5; i++) {
            System.gc();
            Thread.sleep(100);
        }
    }

    /** What must not grow. */
    private record State(int threads, long metaspace, int connections) {
        static State now() throws SQLException, InterruptedException {
            System.gc();
            Thread.sleep(500);
            System.gc();
            long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getName().equals("Metaspace"))
                    .mapToLong((MemoryPoolMXBean pool) -> pool.getUsage().getUsed())
                    .sum();
            try (var admin = ent.database();
                    var statement = admin.createStatement();
                    var row =
                            statement.executeQuery("select count(*) from pg_stat_activity where usename is not null")) {
                row.next();
                return new State(ManagementFactory.getThreadMXBean().getThreadCount(), metaspace, row.getInt(1));
            }
        }
    }

    /** Asks over and over. */
    private static final class Load implements AutoCloseable {
        private final AtomicBoolean going = new AtomicBoolean(true);
        private final AtomicInteger answered = new AtomicInteger();
        private final Map<String, Integer> failures = new ConcurrentHashMap<>();
        private final List<Thread> threads = new ArrayList<>();

        void on(Client client, String path) {
            Thread thread = new Thread(() -> {
                while (going.get()) {
                    int status = client.get(path).status();
                    answered.incrementAndGet();
                    if (status != 200) {
                        failures.merge(path + " " + status, 1, Integer::sum);
                    }
                    pause();
                }
            });
            thread.start();
            threads.add(thread);
        }

        /** Else the clients take the processor from what they test. */
        private static void pause() {
            try {
                Thread.sleep(15);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void stop() throws InterruptedException {
            going.set(false);
            for (Thread thread : threads) {
                thread.join();
            }
        }

        @Override
        public void close() {
            going.set(false);
        }
    }
}
