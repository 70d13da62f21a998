package fr.preau.server.access;

import fr.preau.api.Contributions;
import fr.preau.api.Permission;
import fr.preau.api.Profile;
import fr.preau.api.Shareable;
import fr.preau.api.SuggestedRole;
import fr.preau.api.event.EventListener;
import fr.preau.api.event.ListensTo;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What plugins declare about rights and events, written where SQL finds it. A plugin that stops stays in it, so that roles that name its
 * rights can still be told. Thread-safe.
 */
@Singleton
public final class Catalogue {
    private static final String SEED = """
            with missing as (
                insert into core.role (name, origin)
                select r.label, r.plugin_id || '.' || r.role from system.plugin_role r
                where not exists (select from core.role o where o.origin = r.plugin_id || '.' || r.role)
                  and not exists (select from core.role o where lower(o.name) = lower(r.label) and o.removed_at is null)
                returning id, origin)
            insert into core.role_right (role_id, plugin_id, name)
            select m.id, r.plugin_id, r.name
            from missing m join system.plugin_role_right r on r.plugin_id || '.' || r.role = m.origin
            """;

    private final Database database;

    @Inject
    Catalogue(Database database) {
        this.database = database;
    }

    /** Writes what a plugin declares, in place of what it declared before, and gives every ENT its new roles. */
    public void publish(String pluginId, Contributions declared) {
        List<Integer> tenants = Scope.in(
                0,
                Mode.WRITE,
                () -> database.core().jdbi().withHandle(handle -> {
                    write(handle, pluginId, declared);
                    return handle.createQuery("select id from system.tenant order by id")
                            .mapTo(Integer.class)
                            .list();
                }));
        tenants.forEach(this::seed);
    }

    /** Gives an ENT the roles that plugins bring and that it never had. */
    public void seed(int tenantId) {
        Scope.run(
                tenantId,
                Mode.WRITE,
                () -> database.core()
                        .jdbi()
                        .useHandle(handle -> handle.createUpdate(SEED).execute()));
    }

    private void write(Handle handle, String pluginId, Contributions declared) {
        handle.createUpdate("update system.catalogue set version = version + 1").execute();
        handle.createUpdate("insert into system.plugin_login (login, plugin_id) values (:login, :plugin) "
                        + "on conflict (login) do update set plugin_id = excluded.plugin_id")
                .bind("login", database.loginOf(pluginId))
                .bind("plugin", pluginId)
                .execute();
        for (String table : List.of("plugin_right", "plugin_level", "plugin_role", "plugin_event", "plugin_listener")) {
            handle.createUpdate("delete from system." + table + " where plugin_id = :plugin")
                    .bind("plugin", pluginId)
                    .execute();
        }
        rights(handle, pluginId, declared.permissions());
        levels(handle, pluginId, declared.shareables());
        roles(handle, pluginId, declared.roles());
        events(handle, pluginId, declared);
    }

    private static void events(Handle handle, String pluginId, Contributions declared) {
        insert(
                handle,
                "plugin_event (plugin_id, name)",
                declared.events().stream()
                        .map(event -> List.<Object>of(pluginId, event.name()))
                        .toList());
        List<List<Object>> listeners = new ArrayList<>();
        for (Class<? extends EventListener> listener : declared.listeners()) {
            for (String event : new LinkedHashSet<>(
                    List.of(listener.getAnnotation(ListensTo.class).value()))) {
                listeners.add(List.of(event, pluginId, listener.getSimpleName()));
            }
        }
        insert(handle, "plugin_listener (event, plugin_id, listener)", listeners);
    }

    private static void rights(Handle handle, String pluginId, List<Permission> permissions) {
        List<List<Object>> rights = new ArrayList<>();
        List<List<Object>> holders = new ArrayList<>();
        for (Permission permission : permissions) {
            rights.add(List.of(
                    pluginId,
                    permission.name(),
                    permission.label(),
                    permission.reach().name(),
                    rights.size()));
            for (Profile holder : permission.holders()) {
                holders.add(List.of(pluginId, permission.name(), holder.name()));
            }
        }
        insert(handle, "plugin_right (plugin_id, name, label, reach, position)", rights);
        insert(handle, "plugin_right_holder (plugin_id, name, profile)", holders);
    }

    private static void levels(Handle handle, String pluginId, List<Shareable> shareables) {
        List<List<Object>> levels = new ArrayList<>();
        List<List<Object>> rights = new ArrayList<>();
        for (Shareable shareable : shareables) {
            for (Shareable.Level level : shareable.levels()) {
                levels.add(List.of(pluginId, shareable.kind(), level.id(), level.label(), levels.size()));
                for (String right : level.rights()) {
                    rights.add(List.of(pluginId, shareable.kind(), level.id(), right));
                }
            }
        }
        insert(handle, "plugin_level (plugin_id, kind, level, label, position)", levels);
        insert(handle, "plugin_level_right (plugin_id, kind, level, name)", rights);
    }

    private static void roles(Handle handle, String pluginId, List<SuggestedRole> suggested) {
        List<List<Object>> roles = new ArrayList<>();
        List<List<Object>> rights = new ArrayList<>();
        for (SuggestedRole role : suggested) {
            roles.add(List.of(pluginId, role.id(), role.name()));
            for (String right : role.rights()) {
                rights.add(List.of(pluginId, role.id(), right));
            }
        }
        insert(handle, "plugin_role (plugin_id, role, label)", roles);
        insert(handle, "plugin_role_right (plugin_id, role, name)", rights);
    }

    private static void insert(Handle handle, String table, List<List<Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String places =
                String.join(", ", java.util.Collections.nCopies(rows.get(0).size(), "?"));
        PreparedBatch batch = handle.prepareBatch("insert into system." + table + " values (" + places + ")");
        for (List<Object> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                batch.bind(i, row.get(i));
            }
            batch.add();
        }
        batch.execute();
    }
}
