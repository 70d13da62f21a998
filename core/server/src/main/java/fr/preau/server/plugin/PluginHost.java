package fr.preau.server.plugin;

import fr.preau.server.access.RunningServices;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private final HostServices services;
    private final WantedPlugins wanted;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Known> jars = new TreeMap<>();
    private final Map<String, PluginFailure> failures = new TreeMap<>();
    /** A jar whose descriptor was read. */
    private record Known(Path jar, String version) {}

    private volatile Map<String, Mount> table = Map.of();

    @Inject
    PluginHost(HostServices services, WantedPlugins wanted) {
        this.services = services;
        this.wanted = wanted;
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
            converge();
        } finally {
            lock.unlock();
        }
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
            Known other = jars.put(id, new Known(jar, generation.descriptor().getVersion()));
            if (other != null) {
                log.warn("plugin {}: {} replaces {}", id, jar, other.jar());
            }
        } catch (PluginFailure e) {
            failures.put(jar.getFileName().toString(), e);
            log.error("{} refused:\n{}", jar, e.getMessage());
        }
    }

    /** Brings what runs to what is wanted. Called at start and whenever the wanted state changed, on any node. */
    public void converge() {
        lock.lock();
        try {
            for (Map.Entry<String, Known> known : jars.entrySet()) {
                String id = known.getKey();
                boolean runs = table.containsKey(id);
                if (wanted.isWanted(id) && !runs && !failures.containsKey(id)) {
                    tryStart(id, known.getValue().jar());
                } else if (!wanted.isWanted(id)) {
                    failures.remove(id);
                    if (runs) {
                        retire(id);
                    }
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void tryStart(String id, Path jar) {
        try {
            swap(id, RunningPlugin.start(Generation.load(jar, API_VERSION), services));
            failures.remove(id);
            log.info("plugin {} runs", id);
        } catch (PluginFailure e) {
            failures.put(id, e);
            boolean expected = e.getCause() == null || e.getCause() instanceof ReflectiveOperationException;
            log.error("plugin {} did not start:\n{}", id, e.getMessage(), expected ? null : e.getCause());
        }
    }

    /**
     * Starts a plugin.
     *
     * @throws PluginFailure if it could not start; the wanted state stays, and the console shows why
     */
    public void start(String id) {
        lock.lock();
        try {
            wanted.want(id, true);
            failures.remove(id);
            converge();
            PluginFailure failure = failures.get(id);
            if (failure != null) {
                throw failure;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Stops a plugin, once its last request has left. */
    public void stop(String id) {
        wanted.want(id, false);
        converge();
    }

    /**
     * Puts another version in a running plugin's place: the new one starts beside the old one, requests go to it from one
     * moment to the next, the old one leaves when its last request is done. No request fails.
     *
     * @throws PluginFailure if the new one could not start; the old one goes on
     */
    public void replace(Path jar) {
        lock.lock();
        try {
            RunningPlugin fresh = RunningPlugin.start(Generation.load(jar, API_VERSION), services);
            jars.put(fresh.id(), new Known(jar, fresh.version()));
            failures.remove(fresh.id());
            Mount old = swap(fresh.id(), fresh);
            if (old != null) {
                drain(old);
            }
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Mount swap(String id, RunningPlugin fresh) {
        Map<String, Mount> next = new TreeMap<>(table);
        Mount old = next.put(id, new Mount(fresh));
        table = Map.copyOf(next);
        return old;
    }

    private void retire(String id) {
        Map<String, Mount> next = new TreeMap<>(table);
        Mount old = next.remove(id);
        table = Map.copyOf(next);
        if (old != null) {
            drain(old);
            log.info("plugin {} stopped", id);
        }
    }

    private static void drain(Mount old) {
        try {
            if (!old.closeAndDrain(DRAIN_MILLISECONDS)) {
                log.warn(
                        "plugin {}: requests still ran after {} ms",
                        old.plugin().id(),
                        DRAIN_MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            old.plugin().close();
        }
    }

    /**
     * Goes into a plugin, into its present version if it is being replaced. Whoever runs any of its code does it in a visit.
     *
     * @return null if it does not run
     */
    public @Nullable Visit visit(String id) {
        Mount mount;
        do {
            mount = table.get(id);
        } while (mount != null && !mount.enter());
        return mount == null ? null : new Visit(mount);
    }

    @Override
    public boolean runs(int tenantId, String pluginId) {
        return table.containsKey(pluginId) && wanted.isOn(tenantId, pluginId);
    }

    /** Whether a plugin of that id is known, running or not. */
    public boolean knows(String id) {
        return jars.containsKey(id);
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
        lock.lock();
        try {
            Map<String, PluginStatus> all = new TreeMap<>();
            jars.forEach((id, known) ->
                    all.put(id, new PluginStatus(id, known.version(), PluginStatus.State.STOPPED, List.of(), null)));
            failures.forEach((id, failure) -> {
                Known known = jars.get(id);
                String version = known == null ? "" : known.version();
                all.put(id, new PluginStatus(id, version, PluginStatus.State.FAILED, failure.faults(), null));
            });
            running()
                    .forEach(plugin -> all.put(
                            plugin.id(),
                            new PluginStatus(
                                    plugin.id(), plugin.version(), PluginStatus.State.RUNNING, List.of(), plugin)));
            return List.copyOf(all.values());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            List.copyOf(table.keySet()).forEach(this::retire);
        } finally {
            lock.unlock();
        }
    }
}
