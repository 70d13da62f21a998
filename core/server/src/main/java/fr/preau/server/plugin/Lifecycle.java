package fr.preau.server.plugin;

import fr.preau.server.audit.Audit;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import fr.preau.server.plugin.JarStore.Stored;
import fr.preau.server.plugin.Wishes.Wish;
import fr.preau.server.tenancy.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pf4j.DefaultVersionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs, upgrades, rolls back and removes plugins, for all nodes. One operation at a time in the whole cluster. Thread-safe.
 *
 * <p>The order of the steps is what makes a crash harmless: the jar is kept, the new version starts beside the old one (which
 * brings the tables up to date), and only then one statement says that it is wanted. Killed before that statement, the server
 * comes back with the old version, on tables that it can still use, since migrations first expand; killed after it, with the new
 * one.
 */
@Singleton
public final class Lifecycle {
    private static final Logger log = LoggerFactory.getLogger(Lifecycle.class);
    private static final DefaultVersionManager versions = new DefaultVersionManager();
    private static final String FORGET = "with told as (delete from core.delivery where plugin_id = :id), "
            + "did as (delete from core.job_run where plugin_id = :id), "
            + "shared as (delete from core.role_grant where plugin_id = :id) delete from core.event where publisher = :id";

    private final PluginHost host;
    private final WantedPlugins wanted;
    private final JarStore store;
    private final Database database;
    private final Tenants tenants;
    private final Audit audit;

    @Inject
    Lifecycle(PluginHost host, WantedPlugins wanted, JarStore store, Database database, Tenants tenants, Audit audit) {
        this.host = host;
        this.wanted = wanted;
        this.store = store;
        this.database = database;
        this.tenants = tenants;
        this.audit = audit;
    }

    /**
     * Who does it, for the journal.
     *
     * @param id the person, null for the server's operator
     */
    public record Actor(@Nullable UUID id, String name) {
        /** Who types commands. */
        public static final Actor OPERATOR = new Actor(null, Audit.OPERATOR);
    }

    /**
     * What was done.
     *
     * @param from the version before, empty if there was none
     * @param to the version now, empty if it was removed
     */
    public record Done(String id, String from, String to) {}

    /** What becomes of the data of a plugin that is removed. */
    public enum Data {
        /** They stay, for the day it is installed again. */
        KEEP,
        /** They are deleted for good, in all ENTs. */
        DELETE
    }

    /**
     * Installs a plugin, or a newer version of one: it runs on this node when this returns, on the others soon after.
     *
     * @param jar read once; may be deleted afterwards
     * @throws PluginFailure with all reasons, if it is refused or does not start; whatever ran before goes on
     */
    public Done install(Path jar, Actor by) {
        return alone(() -> {
            String id;
            String version;
            try (Generation judged = Generation.load(jar, PluginHost.API_VERSION)) {
                id = judged.descriptor().getPluginId();
                version = judged.descriptor().getVersion();
            }
            PluginHost.Known before = host.known(id);
            try {
                if (before != null && isSame(before, jar)) {
                    host.start(id);
                    return new Done(id, before.version(), before.version());
                }
                refuseOlder(id, version, before);
                return replace(before, store.keep(jar, id, version), before == null ? "install" : "upgrade", by);
            } catch (PluginFailure e) {
                refused(id + " " + version, e, by);
                store.sweep(id);
                throw e;
            }
        });
    }

    private static boolean isSame(PluginHost.Known before, Path jar) {
        return Files.isRegularFile(before.jar())
                && JarStore.checksum(before.jar()).equals(JarStore.checksum(jar));
    }

    private static void refuseOlder(String id, String version, PluginHost.@Nullable Known before) {
        int newer = before == null ? 1 : versions.compareVersions(version, before.version());
        if (before != null && newer < 0) {
            throw new PluginFailure(
                    List.of(id + " : la version " + version + " est plus ancienne que celle qui est là ("
                            + before.version() + "). Pour revenir en arrière : « Revenir à la version d’avant »."),
                    null);
        }
        if (newer == 0) {
            throw new PluginFailure(
                    List.of(id + " : un autre jar de la même version " + version
                            + " est déjà là ; une version ne change pas, donnez-lui un nouveau numéro."),
                    null);
        }
    }

    private Done replace(PluginHost.@Nullable Known before, Stored jar, String action, Actor by) {
        String id = jar.pluginId();
        Path file = store.file(jar.sha256());
        log.info("plugin {} {}: kept", id, jar.version());
        String previous = before == null ? null : shaOf(id, before);
        RunningPlugin fresh = host.start(file);
        log.info("plugin {} {}: started beside", id, jar.version());
        Mount old;
        try {
            old = host.mount(fresh, () -> {
                wanted.wantJar(id, jar.sha256(), jar.sha256().equals(previous) ? null : previous);
                log.info("plugin {} {}: wanted", id, jar.version());
            });
        } catch (RuntimeException e) {
            fresh.close();
            throw e;
        }
        if (old != null) {
            PluginHost.drain(old);
        }
        log.info("plugin {} {}: alone", id, jar.version());
        String from = before == null ? "" : before.version();
        journal(by, "plugin." + action, id, from.isEmpty() ? jar.version() : from + " → " + jar.version());
        store.sweep(id);
        host.converge();
        return new Done(id, from, jar.version());
    }

    /** Of the version that is there; one that came from a folder is kept as well, to go back to. */
    private @Nullable String shaOf(String id, PluginHost.Known before) {
        if (Files.isDirectory(before.jar())) {
            return null;
        }
        return store.keep(before.jar(), id, before.version()).sha256();
    }

    /**
     * Goes back to the version before the last upgrade; its tables stay as the newer one left them.
     *
     * @throws PluginFailure if there is none, or it does not start; the newer one goes on
     */
    public Done rollBack(String id, Actor by) {
        return alone(() -> {
            Wish wish = wanted.wishes().of(id);
            PluginHost.Known now = host.known(id);
            Stored before = store.all().stream()
                    .filter(jar -> jar.sha256().equals(wish.previous()))
                    .findFirst()
                    .orElseThrow(() -> new PluginFailure(
                            List.of(id + " : il n’y a pas de version d’avant à laquelle revenir."), null));
            return replace(now, before, "rollback", by);
        });
    }

    /** The version that a roll-back goes to, of each plugin that has one. */
    public Map<String, String> previous() {
        Map<String, String> versionOf = new HashMap<>();
        store.all().forEach(jar -> versionOf.put(jar.sha256(), jar.version()));
        Map<String, String> previous = new HashMap<>();
        wanted.wishes().byId().forEach((id, wish) -> {
            String version = wish.previous() == null ? null : versionOf.get(wish.previous());
            if (version != null) {
                previous.put(id, version);
            }
        });
        return previous;
    }

    /**
     * Removes a plugin from the server, in all ENTs.
     *
     * @throws PluginFailure if there is no such plugin
     */
    public Done remove(String id, Data data, Actor by) {
        return alone(() -> {
            PluginHost.Known now = host.known(id);
            if (now == null) {
                throw new PluginFailure(List.of("pas de plugin « " + id + " »"), null);
            }
            wanted.remove(id);
            host.converge();
            if (data == Data.DELETE) {
                database.dropPlugin(id);
                forget(id);
            }
            journal(
                    by,
                    "plugin.remove",
                    id + " " + now.version(),
                    data == Data.DELETE ? "données supprimées" : "données gardées");
            store.sweep(id);
            return new Done(id, now.version(), "");
        });
    }

    /** What it told others, was to be told, did by itself, and who was let see it: in the core's tables, a tenant at a time. */
    private void forget(String id) {
        for (Tenants.Tenant tenant : tenants.list()) {
            Scope.run(
                    tenant.id(),
                    Mode.WRITE,
                    () -> database.core()
                            .jdbi()
                            .useHandle(handle ->
                                    handle.createUpdate(FORGET).bind("id", id).execute()));
        }
    }

    /** Keeps in the journals that a jar was refused before it got here. */
    public void refused(String subject, PluginFailure why, Actor by) {
        journal(by, "plugin.refused", subject, String.join(" ; ", why.faults()));
    }

    /**
     * Starts a plugin on the whole server.
     *
     * @throws PluginFailure if it does not start; it stays wanted
     */
    public void start(String id, Actor by) {
        host.start(id);
        journal(by, "plugin.start", id, "");
    }

    /** Stops a plugin on the whole server. */
    public void stop(String id, Actor by) {
        host.stop(id);
        journal(by, "plugin.stop", id, "");
    }

    private void journal(Actor by, String action, String subject, String details) {
        for (Tenants.Tenant tenant : tenants.list()) {
            audit.record(tenant.id(), by.id(), by.name(), action, subject, details);
        }
    }

    /** One at a time, whichever node; others wait. */
    private <T> T alone(Supplier<T> work) {
        try (AutoCloseable lock = database.exclusive()) {
            // Another node may have changed what is here while this one waited.
            host.converge();
            return work.get();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
