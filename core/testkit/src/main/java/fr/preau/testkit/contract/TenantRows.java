package fr.preau.testkit.contract;

import fr.preau.server.db.PluginSchema;
import fr.preau.testkit.EntExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the rows of one tenant, beside row-level security: of a plugin and of the core. Not thread-safe. */
final class TenantRows implements AutoCloseable {
    private static final String CORE = "core";
    private static final int MOST_IDS_OF_A_COLUMN = 4;

    private record Column(String table, String name, String type) {}

    private final Connection connection;
    private final String schema;

    TenantRows(EntExtension ent, String pluginId) {
        this.connection = ent.database();
        this.schema = PluginSchema.nameOf(pluginId);
    }

    /** The plugin's tables. */
    Set<String> tables() {
        Set<String> tables = new LinkedHashSet<>();
        columns(schema).forEach(column -> tables.add(column.table()));
        return tables;
    }

    private List<Column> columns(String of) {
        return rows(
                        "select c.table_name, c.column_name, c.data_type from information_schema.columns c "
                                + "join information_schema.tables t using (table_schema, table_name) "
                                + "where c.table_schema = '" + of + "' and t.table_type = 'BASE TABLE' "
                                + "and c.table_name <> 'flyway_schema_history' and c.column_name <> 'tenant_id' "
                                + "order by c.table_name, c.ordinal_position",
                        3)
                .stream()
                .map(row -> new Column(of + "." + row.get(0), row.get(1), row.get(2)))
                .toList();
    }

    /** How many rows each of the plugin's tables has. */
    Map<String, Integer> counts(int tenantId) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String table : tables()) {
            String sql = "select count(*) from " + table + " where tenant_id = " + tenantId;
            counts.put(table, Integer.valueOf(rows(sql, 1).get(0).get(0)));
        }
        return counts;
    }

    /** One mark for each table's rows, of the plugin and of the core: another mark means that something changed. */
    Map<String, String> marks(int tenantId) {
        Map<String, String> marks = new TreeMap<>();
        Set<String> tables = new LinkedHashSet<>(tables());
        columns(CORE).forEach(column -> tables.add(column.table()));
        for (String table : tables) {
            marks.put(
                    table,
                    rows(
                                    "select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) "
                                            + "from " + table + " t where tenant_id = " + tenantId,
                                    1)
                            .get(0)
                            .get(0));
        }
        return marks;
    }

    /** Values to fill requests with. */
    Values values(int tenantId) {
        Set<String> ids = new LinkedHashSet<>();
        Set<String> dates = new LinkedHashSet<>();
        Set<String> numbers = new LinkedHashSet<>();
        Set<String> texts = new LinkedHashSet<>();
        for (Column column : columns(schema)) {
            switch (column.type()) {
                case "uuid" -> ids.addAll(some(column, tenantId, "", MOST_IDS_OF_A_COLUMN));
                case "date" -> dates.addAll(some(column, tenantId, "", 3));
                case "integer", "bigint", "smallint" -> numbers.addAll(some(column, tenantId, "", 2));
                case "text" ->
                    texts.addAll(some(column, tenantId, " and " + column.name() + " ~ '^[\\w.-]{1,40}$'", 2));
                default -> {}
            }
        }
        ids.addAll(coreIds(tenantId));
        dates.add(EntExtension.today().toString());
        numbers.add("1");
        return new Values(List.copyOf(ids), List.copyOf(dates), List.copyOf(numbers), List.copyOf(texts));
    }

    private List<String> coreIds(int tenantId) {
        return rows(
                        "select id from core.class where tenant_id = " + tenantId + " union all "
                                + "select id from core.school where tenant_id = " + tenantId + " union all "
                                + "select distinct on (profile) id from core.person where tenant_id = " + tenantId,
                        1)
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    private List<String> some(Column column, int tenantId, String condition, int most) {
        return rows(
                        "select distinct " + column.name() + "::text from " + column.table() + " where tenant_id = "
                                + tenantId + " and " + column.name() + " is not null" + condition + " order by 1 limit "
                                + most,
                        1)
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** All texts in the rows, of the plugin and of the core. */
    Set<String> texts(int tenantId) {
        Set<String> texts = new LinkedHashSet<>();
        List<Column> all = new ArrayList<>(columns(schema));
        all.addAll(columns(CORE));
        for (Column column : all) {
            String text = asText(column);
            if (!text.isEmpty()) {
                rows("select " + text + " from " + column.table() + " where tenant_id = " + tenantId, 1)
                        .forEach(row -> row.get(0).lines().map(String::strip).forEach(texts::add));
            }
        }
        return texts;
    }

    private static String asText(Column column) {
        return switch (column.type()) {
            case "text", "character varying" -> column.name();
            case "ARRAY" -> "array_to_string(" + column.name() + ", E'\\n')";
            case "jsonb" ->
                "(select string_agg(x #>> '{}', E'\\n') from jsonb_path_query(" + column.name()
                        + ", '$.** ? (@.type() == \"string\")') x)";
            default -> "";
        };
    }

    /** In which columns of the plugin's rows of a tenant these ids stand. */
    Map<String, Set<String>> mentions(int tenantId, Set<String> ids) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (Column column : columns(schema)) {
            if (column.type().equals("uuid")) {
                Set<String> here = new LinkedHashSet<>(some(column, tenantId, "", Integer.MAX_VALUE));
                here.retainAll(ids);
                if (!here.isEmpty()) {
                    found.put(column.table() + "." + column.name(), here);
                }
            }
        }
        return found;
    }

    /** What is wrong in the plugin's tables, as the server itself checks at start. */
    List<String> faults() {
        try {
            return PluginSchema.faults(connection, schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<List<String>> rows(String sql, int columns) {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>(columns);
                for (int i = 1; i <= columns; i++) {
                    String value = found.getString(i);
                    row.add(value == null ? "" : value);
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
