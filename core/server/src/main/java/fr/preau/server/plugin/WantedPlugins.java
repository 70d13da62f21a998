package fr.preau.server.plugin;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import fr.preau.api.Caller;
import fr.preau.server.audit.Audit;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Which plugins are wanted: on this server, and in each tenant. Kept in the database, so that a restart, the command line
 * and other nodes agree. Every change notifies the nodes. Thread-safe.
 */
@Singleton
public final class WantedPlugins {
    /** The channel of the notifications. */
    public static final String CHANNEL = "preau_plugins";

    private static final String WANTED = """
            select coalesce((select enabled from system.plugin where id = :id), true)
               and (not exists (select from system.tenant)
                    or exists (select from system.tenant t where not exists (
                        select from system.plugin_off o where o.tenant_id = t.id and o.plugin_id = :id)))
            """;
    private static final String OPEN = "delete from system.plugin_off where tenant_id = :tenant and plugin_id = :id";
    private static final String CLOSE = "insert into system.plugin_off (tenant_id, plugin_id, person_id) "
            + "values (:tenant, :id, :by) on conflict do nothing";

    private final Database database;
    private final Audit audit;
    private final LoadingCache<Integer, Set<String>> off =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(5)).build(this::readOff);

    @Inject
    WantedPlugins(Database database, Audit audit) {
        this.audit = audit;
        this.database = database;
    }

    /** Whether the server should run it: nobody stopped it, and at least one tenant uses it (or there is none yet). */
    boolean isWanted(String id) {
        return Scope.in(
                0,
                Scope.Mode.READ,
                () -> database.core()
                        .jdbi()
                        .withHandle(handle -> handle.createQuery(WANTED)
                                .bind("id", id)
                                .mapTo(boolean.class)
                                .one()));
    }

    void want(String id, boolean enabled) {
        Scope.run(
                0,
                Scope.Mode.WRITE,
                () -> database.core()
                        .jdbi()
                        .useHandle(handle -> handle.createUpdate(
                                        "insert into system.plugin (id, enabled) values (:id, :enabled) "
                                                + "on conflict (id) do update set enabled = excluded.enabled, changed_at = now()")
                                .bind("id", id)
                                .bind("enabled", enabled)
                                .execute()));
        tellNodes();
    }

    /** Whether a tenant has it open. */
    public boolean isOn(int tenantId, String id) {
        return !off.get(tenantId).contains(id);
    }

    /** Opens or closes it in the caller's tenant. */
    public void setOn(Caller caller, String id, boolean on) {
        Scope.run(caller.tenantId(), Scope.Mode.WRITE, () -> {
            database.core()
                    .jdbi()
                    .useHandle(handle -> handle.createUpdate(on ? OPEN : CLOSE)
                            .bind("tenant", caller.tenantId())
                            .bind("id", id)
                            .bindMap(on ? Map.of() : Map.of("by", caller.personId()))
                            .execute());
            audit.record(caller, on ? "service.start" : "service.stop", id, "");
        });
        off.invalidate(caller.tenantId());
        tellNodes();
    }

    private Set<String> readOff(int tenantId) {
        return Scope.in(
                0,
                Scope.Mode.READ,
                () -> Set.copyOf(database.core()
                        .jdbi()
                        .withHandle(handle -> handle.createQuery(
                                        "select plugin_id from system.plugin_off where tenant_id = :tenant")
                                .bind("tenant", tenantId)
                                .mapTo(String.class)
                                .list())));
    }

    /** Forgets what is remembered; called when another node changed something. */
    public void refresh() {
        off.invalidateAll();
    }

    private void tellNodes() {
        Scope.run(
                0,
                Scope.Mode.WRITE,
                () -> database.core()
                        .jdbi()
                        .useHandle(handle -> handle.createQuery("select pg_notify('" + CHANNEL + "', '')::text")
                                .mapTo(String.class)
                                .list()));
    }
}
