package fr.preau.server.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the tables of a schema must keep: {@code tenant_id} in every table, first in every key and index, row-level
 * security enabled and forced, with a policy. So one tenant never sees another, and the schema can be spread by tenant.
 */
public final class PluginSchema {
    private static final String TABLES = """
            select c.relname,
                   exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'
                           and a.attnotnull and not a.attisdropped) as has_tenant,
                   c.relrowsecurity and c.relforcerowsecurity as secured,
                   exists (select from pg_policy p where p.polrelid = c.oid
                           and pg_get_expr(p.polqual, p.polrelid) like '%%ent.tenant%%') as has_policy
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = '%s' and c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history'
            order by c.relname
            """;
    private static final String KEYS = """
            select t.relname, i.relname
            from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
            join pg_namespace n on n.oid = t.relnamespace
            where n.nspname = '%s' and t.relname <> 'flyway_schema_history' and not exists (
                select from pg_attribute a
                where a.attrelid = t.oid and a.attnum = x.indkey[0] and a.attname = 'tenant_id')
            union all
            select t.relname, k.conname
            from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_namespace n on n.oid = t.relnamespace
            where n.nspname = '%s' and k.contype = 'f' and not exists (
                select from pg_attribute a
                where a.attrelid = t.oid and a.attnum = k.conkey[1] and a.attname = 'tenant_id')
            order by 1, 2
            """;

    private PluginSchema() {}

    /** The schema of a plugin: {@code p_cahier_de_textes}. */
    public static String nameOf(String pluginId) {
        return "p_" + pluginId.replace('-', '_');
    }

    static boolean hasHistory(Connection connection, String schema) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select to_regclass('" + schema + ".flyway_schema_history') is not null")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** What is wrong in a schema, one line a fault, in French; empty if nothing is. */
    public static List<String> faults(Connection connection, String schema) throws SQLException {
        List<String> faults = new ArrayList<>();
        try (var statement = connection.createStatement()) {
            try (var tables = statement.executeQuery(TABLES.formatted(schema))) {
                while (tables.next()) {
                    String table = tables.getString(1);
                    if (!tables.getBoolean(2)) {
                        faults.add("table " + table + " : il manque la colonne « tenant_id integer not null »");
                    }
                    if (!tables.getBoolean(3)) {
                        faults.add("table " + table
                                + " : il manque « enable row level security » et « force row level security »");
                    }
                    if (!tables.getBoolean(4)) {
                        faults.add("table " + table + " : il manque une politique (create policy) sur ent.tenant");
                    }
                }
            }
            try (var keys = statement.executeQuery(KEYS.formatted(schema, schema))) {
                while (keys.next()) {
                    faults.add("table " + keys.getString(1) + " : la clé ou l’index " + keys.getString(2)
                            + " ne commence pas par tenant_id");
                }
            }
        }
        return faults;
    }
}
