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
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which plugins are wanted: on this server, and in each tenant. Kept in the database, so that a restart, the command line
 * and other nodes agree. Every change notifies the nodes. Thread-safe.
 */
@Singleton
public final class WantedPlugins {
    /** The channel of the notifications. */
    public static final String CHANNEL = "preau_plugins";

    private static final String WISHES = """
            select x.id, not coalesce(p.enabled = false or p.removed_at is not null, false)
                   and (not exists (select from system.tenant)
                        or exists (select from system.tenant t where not exists (
                            select from system.plugin_off o where o.tenant_id = t.id and o.plugin_id = x.id))) as wanted,
                   p.removed_at is not null as removed, p.jar, p.previous
            from (select id from system.plugin union select plugin_id from system.plugin_off) x
            left join system.plugin p on p.id = x.id
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

    /** What is wanted of each plugin that anybody ever touched. */
    Wishes wishes() {
        return Scope.in(
                0,
                Scope.Mode.READ,
                () -> database.core().jdbi().withHandle(handle -> {
                    Map<String, Wishes.Wish> byId = new HashMap<>();
                    handle.createQuery(WISHES)
                            .map((row, context) -> byId.put(
                                    row.getString("id"),
                                    new Wishes.Wish(
                                            row.getBoolean("wanted"),
                                            row.getBoolean("removed"),
                                            row.getString("jar"),
                                            row.getString("previous"))))
                            .list();
                    return new Wishes(Map.copyOf(byId));
                }));
    }

    /** Has every node run an installed jar, and remember the one before; a plugin that was removed is back. */
    void wantJar(String id, String jar, @Nullable String previous) {
        write(
                "insert into system.plugin (id, enabled, jar, previous) values (:id, true, :jar, :previous) "
                        + "on conflict (id) do update set jar = excluded.jar, previous = excluded.previous, "
                        + "enabled = true, removed_at = null, changed_at = now()",
                Map.of("id", id, "jar", jar),
                previous);
    }

    /** Has no node run it, and forgets its jars. */
    void remove(String id) {
        write(
                "insert into system.plugin (id, enabled, removed_at) values (:id, false, now()) on conflict (id) do "
                        + "update set enabled = false, removed_at = now(), changed_at = now(), jar = null, "
                        + "previous = :previous",
                Map.of("id", id),
                null);
    }

    private void write(String sql, Map<String, String> values, @Nullable String previous) {
        Scope.run(
                0,
                Scope.Mode.WRITE,
                () -> database.core()
                        .jdbi()
                        .useHandle(handle -> handle.createUpdate(sql)
                                .bindMap(values)
                                .bind("previous", previous)
                                .execute()));
        tellNodes();
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
