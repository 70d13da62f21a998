package fr.preau.server.plugin;

import fr.preau.server.access.RunningServices;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the plugins. Requests read an immutable table without a lock; starting, stopping and replacing take one lock, one
 * after the other, and never stop a plugin that others are using before its last request has left.
 */
@Singleton
public final class PluginHost implements AutoCloseable, RunningServices {
    /** The version of the API that this server offers; {@code plugin.requires} is checked against it. */
    public static final String API_VERSION = "1.0.0";

    private static final Logger log = LoggerFactory.getLogger(PluginHost.class);
    private static final long DRAIN_MILLISECONDS = 15_000;
    private static final long FAREWELL_MILLISECONDS = 2_000;
    /** How long a visit may last in milliseconds, unless whoever makes it says otherwise. */
    public static final long LIMIT = 20_000;

    /** A jar whose descriptor was read. */
    record Known(Path jar, String version) {}

    private record Failed(Path jar, PluginFailure why) {}

    private final HostServices services;
    private final WantedPlugins wanted;
    private final JarStore store;
    private final ReentrantLock lock = new ReentrantLock();
    /** From folders, by id. */
    private final Map<String, Known> folder = new TreeMap<>();

    private final Map<String, Failed> failures = new ConcurrentSkipListMap<>();
    private volatile Map<String, Known> known = Map.of();
    private volatile Map<String, Mount> table = Map.of();
    private final Watch watch = new Watch(() -> table.values(), this::putAside);

    @Inject
    PluginHost(HostServices services, WantedPlugins wanted, JarStore store) {
        this.services = services;
        this.wanted = wanted;
        this.store = store;
    }

    /** Makes known every jar of a folder (or the folder of classes itself) and starts those that are wanted. */
    public void add(Collection<Path> paths) {
        lock.lock();
        try {
            for (Path path : paths) {
                for (Path jar : jarsOf(path)) {
                    learn(jar);
                }
            }
        } finally {
            lock.unlock();
        }
        converge();
    }

    private static List<Path> jarsOf(Path path) {
        if (Files.isRegularFile(path) || Files.exists(path.resolve("plugin.properties"))) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void learn(Path jar) {
        try (Generation generation = Generation.load(jar, API_VERSION)) {
            String id = generation.descriptor().getPluginId();
            Known other = folder.put(
                    id, new Known(jar, String.valueOf(generation.descriptor().getVersion())));
            if (other != null) {
                log.warn("plugin {}: {} replaces {}", id, jar, other.jar());
            }
        } catch (PluginFailure e) {
            failures.put(jar.getFileName().toString(), new Failed(jar, e));
            log.error("{} refused:\n{}", jar, e.getMessage());
        }
    }

    /** Brings what runs to what is wanted. Called at start and whenever the wanted state changed, on any node. */
    public void converge() {
        List<Mount> leaving = new ArrayList<>();
        lock.lock();
        try {
            Wishes wishes = wanted.wishes();
            known = resolve(wishes);
            for (Map.Entry<String, Known> each : known.entrySet()) {
                if (wishes.of(each.getKey()).wanted()) {
                    bring(each.getKey(), each.getValue(), leaving);
                }
            }
            for (String id : List.copyOf(table.keySet())) {
                if (!known.containsKey(id) || !wishes.of(id).wanted()) {
                    leaving.add(unmount(id));
                    log.info("plugin {} stopped", id);
                }
            }
            failures.keySet()
                    .removeIf(id -> known.containsKey(id) && !wishes.of(id).wanted());
        } finally {
            lock.unlock();
        }
        leaving.forEach(PluginHost::drain);
    }

    /** The jar of each plugin: the installed one or, without one, that of a folder. */
    private Map<String, Known> resolve(Wishes wishes) {
        Map<String, Known> jars = new TreeMap<>(folder);
        jars.keySet().removeIf(id -> wishes.of(id).removed());
        Map<String, JarStore.Stored> stored = new TreeMap<>();
        if (wishes.byId().values().stream().anyMatch(wish -> wish.jar() != null)) {
            store.all().forEach(jar -> stored.put(jar.sha256(), jar));
        }
        wishes.byId().forEach((id, wish) -> {
            JarStore.Stored jar = wish.jar() == null ? null : stored.get(wish.jar());
            if (jar != null && !wish.removed()) {
                try {
                    jars.put(id, new Known(store.file(jar.sha256()), jar.version()));
                } catch (PluginFailure e) {
                    failures.put(id, new Failed(Path.of(jar.sha256()), e));
                    log.error("plugin {}: {}", id, e.getMessage());
                }
            }
        });
        return Map.copyOf(jars);
    }

    private void bring(String id, Known target, List<Mount> leaving) {
        Mount now = table.get(id);
        Failed failed = failures.get(id);
        boolean runs = now != null && now.plugin().path().equals(target.jar());
        if (runs || (failed != null && failed.jar().equals(target.jar()))) {
            return;
        }
        try {
            Mount old = mount(start(target.jar()), () -> {});
            if (old != null) {
                leaving.add(old);
            }
        } catch (PluginFailure e) {
            failures.put(id, new Failed(target.jar(), e));
            boolean expected = e.getCause() == null || e.getCause() instanceof ReflectiveOperationException;
            log.error("plugin {} did not start:\n{}", id, e.getMessage(), expected ? null : e.getCause());
        }
    }

    /** Starts a jar beside whatever runs; nobody is let in yet. */
    RunningPlugin start(Path jar) {
        return RunningPlugin.start(Generation.load(jar, API_VERSION), services);
    }

    /**
     * Lets requests in, from this moment on; returns what they went to before, to be drained.
     *
     * @param settle makes it the wanted one, in the same moment for this node: it hears of its own change too, and must not start
     *     that version once more; if this throws, nothing has changed
     */
    @Nullable
    Mount mount(RunningPlugin fresh, Runnable settle) {
        lock.lock();
        try {
            settle.run();
            Map<String, Mount> next = new TreeMap<>(table);
            Mount old = next.put(fresh.id(), new Mount(fresh));
            table = Map.copyOf(next);
            failures.remove(fresh.id());
            log.info("plugin {} {} runs", fresh.id(), fresh.version());
            return old;
        } finally {
            lock.unlock();
        }
    }

    private Mount unmount(String id) {
        Map<String, Mount> next = new TreeMap<>(table);
        Mount old = java.util.Objects.requireNonNull(next.remove(id));
        table = Map.copyOf(next);
        return old;
    }

    /**
     * Starts a plugin.
     *
     * @throws PluginFailure if it could not start; the wanted state stays, and the console shows why
     */
    public void start(String id) {
        wanted.want(id, true);
        failures.remove(id);
        converge();
        Failed failure = failures.get(id);
        if (failure != null) {
            throw failure.why();
        }
    }

    /** Stops a plugin, once its last request has left. */
    public void stop(String id) {
        wanted.want(id, false);
        converge();
    }

    /**
     * Puts another version in a running plugin's place on this node, until it restarts: while a plugin is being written. The new
     * one starts beside the old one, requests go to it from one moment to the next, the old one leaves when its last request is
     * done. No request fails.
     *
     * @throws PluginFailure if the new one could not start; the old one goes on
     */
    public void replace(Path jar) {
        Mount old;
        lock.lock();
        try {
            RunningPlugin fresh = start(jar);
            old = mount(fresh, () -> folder.put(fresh.id(), new Known(jar, fresh.version())));
        } finally {
            lock.unlock();
        }
        if (old != null) {
            drain(old);
        }
    }

    /** Waits for those inside, tells those who stay too long to end, and closes. */
    static void drain(Mount old) {
        try {
            if (!old.closeAndDrain(DRAIN_MILLISECONDS)) {
                log.warn(
                        "plugin {}: requests still ran after {} ms",
                        old.plugin().id(),
                        DRAIN_MILLISECONDS);
                old.visits().forEach(visit -> visit.end(Visit.End.PLUGIN_LEAVES));
                old.awaitDrained(FAREWELL_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            old.plugin().close();
        }
    }

    /** Takes out a plugin in which threads hang: new requests are told so, the others go on. Until somebody starts it again. */
    private void putAside(Mount mount, List<String> why) {
        lock.lock();
        try {
            if (!mount.equals(table.get(mount.plugin().id()))) {
                return;
            }
            unmount(mount.plugin().id());
            failures.put(mount.plugin().id(), new Failed(mount.plugin().path(), new PluginFailure(why, null)));
        } finally {
            lock.unlock();
        }
        log.error("plugin {} was put aside:\n{}", mount.plugin().id(), String.join("\n", why));
        mount.plugin().close();
    }

    /**
     * Goes into a plugin, into its present version if it is being replaced. Whoever runs any of its code does it in a visit.
     *
     * @return null if it does not run
     */
    public @Nullable Visit visit(String id) {
        return visit(id, LIMIT);
    }

    /**
     * As {@link #visit(String)}, for as long as it takes within a limit.
     *
     * @param limit in milliseconds; then the thread is interrupted
     * @return null if it does not run, or is full
     */
    public @Nullable Visit visit(String id, long limit) {
        for (; ; ) {
            Mount mount = table.get(id);
            if (mount == null) {
                return null;
            }
            switch (mount.enter()) {
                case INSIDE -> {
                    return new Visit(mount, limit);
                }
                case FULL -> {
                    log.warn("plugin {}: {} are inside, another was turned away", id, Mount.CROWD);
                    return null;
                }
                default -> Thread.onSpinWait();
            }
        }
    }

    @Override
    public boolean runs(int tenantId, String pluginId) {
        return table.containsKey(pluginId) && wanted.isOn(tenantId, pluginId);
    }

    /** Whether a plugin of that id is known, running or not. */
    public boolean knows(String id) {
        return known.containsKey(id);
    }

    /** The jar that is known of a plugin, null if there is none. */
    @Nullable
    Known known(String id) {
        return known.get(id);
    }

    /** The plugins that serve, by id, to read what they declared; they may stop at any time: see {@link #visit}. */
    public List<RunningPlugin> running() {
        return table.values().stream()
                .map(Mount::plugin)
                .sorted(java.util.Comparator.comparing(RunningPlugin::id))
                .toList();
    }

    /** How every known plugin stands, by id. */
    public List<PluginStatus> list() {
        Map<String, PluginStatus> all = new TreeMap<>();
        known.forEach((id, jar) ->
                all.put(id, new PluginStatus(id, jar.version(), PluginStatus.State.STOPPED, List.of(), null)));
        failures.forEach((id, failed) -> {
            Known jar = known.get(id);
            all.put(
                    id,
                    new PluginStatus(
                            id,
                            jar == null ? "" : jar.version(),
                            PluginStatus.State.FAILED,
                            failed.why().faults(),
                            null));
        });
        for (RunningPlugin plugin : running()) {
            Failed failed = failures.get(plugin.id());
            all.put(
                    plugin.id(),
                    new PluginStatus(
                            plugin.id(),
                            plugin.version(),
                            PluginStatus.State.RUNNING,
                            failed == null ? List.of() : failed.why().faults(),
                            plugin));
        }
        return List.copyOf(all.values());
    }

    @Override
    public void close() {
        watch.close();
        List<Mount> leaving = new ArrayList<>();
        lock.lock();
        try {
            for (String id : List.copyOf(table.keySet())) {
                leaving.add(unmount(id));
            }
        } finally {
            lock.unlock();
        }
        leaving.forEach(PluginHost::drain);
    }
}
