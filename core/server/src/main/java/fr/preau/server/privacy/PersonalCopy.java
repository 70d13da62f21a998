package fr.preau.server.privacy;

import fr.preau.api.privacy.PersonalData;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.plugin.RunningPlugin;
import fr.preau.server.plugin.Visit;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers what the core and the plugins keep about one person. Thread-safe. */
@Singleton
public final class PersonalCopy {
    private static final Logger log = LoggerFactory.getLogger(PersonalCopy.class);
    private static final List<String> TABLES =
            List.of("address", "membership", "charter_acceptance", "administrator", "people_group_member", "notice");

    private final Database database;
    private final PluginHost plugins;

    @Inject
    PersonalCopy(Database database, PluginHost plugins) {
        this.database = database;
        this.plugins = plugins;
    }

    /** The person's record, ties and memberships, then each plugin's items by plugin id. */
    public Map<String, Object> of(int tenantId, UUID personId) {
        Map<String, Object> copy = new LinkedHashMap<>();
        Scope.run(tenantId, Scope.Mode.READ, () -> {
            copy.put("personne", rows("person", "id", personId));
            for (String table : TABLES) {
                copy.put(table, rows(table, "person_id", personId));
            }
            copy.put("chartes acceptées par la personne", rows("charter_acceptance", "accepted_by", personId));
            copy.put("responsable de", rows("guardianship", "guardian_id", personId));
            copy.put("responsables", rows("guardianship", "pupil_id", personId));
        });
        Map<String, Object> services = new LinkedHashMap<>();
        for (RunningPlugin plugin : plugins.running()) {
            try (Visit visit = plugins.visit(plugin.id())) {
                if (visit != null) {
                    services.put(plugin.id(), export(visit.plugin(), tenantId, personId));
                }
            } catch (RuntimeException | Error e) {
                log.error("plugin {} could not export", plugin.id(), e);
                services.put(plugin.id(), "Ce service n’a pas pu donner sa part : redemandez cette copie plus tard.");
            }
        }
        copy.put("services", services);
        return copy;
    }

    private static List<Map<String, String>> export(RunningPlugin plugin, int tenantId, UUID personId) {
        List<PersonalData.Item> items =
                Scope.in(tenantId, Scope.Mode.READ, () -> plugin.personalData().export(personId));
        return items.stream()
                .map(item -> Map.of("quoi", item.kind(), "date", item.date(), "texte", item.text()))
                .toList();
    }

    /** Rows as text: this is for reading, in any order a table may have later. */
    private List<Map<String, Object>> rows(String table, String column, UUID person) {
        return database.core()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select * from core." + table + " where " + column + " = :person")
                        .bind("person", person)
                        .map((row, context) -> {
                            Map<String, Object> values = new LinkedHashMap<>();
                            var columns = row.getMetaData();
                            for (int i = 1; i <= columns.getColumnCount(); i++) {
                                String value = row.getString(i);
                                if (value != null
                                        && !value.isEmpty()
                                        && !columns.getColumnName(i).equals("tenant_id")) {
                                    values.put(columns.getColumnName(i), value);
                                }
                            }
                            return values;
                        })
                        .list());
    }
}
