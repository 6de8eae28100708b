package ro.caravana.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A table as a backup sees it: its columns in order, by the way each is written down.
 *
 * @param name in lower case
 * @param identity the column the database numbers by itself, empty where there is none
 */
record BackupTable(String name, Map<String, BackupValue> columns, String identity) {
    private static final Set<String> NOT_OURS = Set.of("spatial_ref_sys", "flyway_schema_history");

    /** Who is signed in belongs to a running server: a backup that comes back must not let in whoever has signed out since. */
    private static final Set<String> OF_THE_MOMENT = Set.of("account_session");

    /** Our tables, each after those it refers to. */
    static List<BackupTable> listTables(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        Map<String, BackupTable> tables = new TreeMap<>();
        try (ResultSet rows = data.getTables(
                connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                String stored = rows.getString("TABLE_NAME");
                String name = stored.toLowerCase(Locale.ROOT);
                if (!NOT_OURS.contains(name) && !OF_THE_MOMENT.contains(name)) {
                    BackupTable table = read(connection, stored);
                    tables.put(table.name(), table);
                }
            }
        }
        return referredFirst(connection, tables);
    }

    private static BackupTable read(Connection connection, String stored) throws SQLException {
        Map<String, BackupValue> columns = new LinkedHashMap<>();
        String identity = "";
        try (ResultSet rows =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), stored, "%")) {
            while (rows.next()) {
                String column = rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                columns.put(column, BackupValue.of(rows.getInt("DATA_TYPE"), rows.getString("TYPE_NAME")));
                if ("YES".equals(rows.getString("IS_AUTOINCREMENT"))) {
                    identity = column;
                }
            }
        }
        return new BackupTable(stored.toLowerCase(Locale.ROOT), columns, identity);
    }

    private static List<BackupTable> referredFirst(Connection connection, Map<String, BackupTable> tables)
            throws SQLException {
        Map<String, Set<String>> waitsFor = new TreeMap<>();
        for (String name : tables.keySet()) {
            waitsFor.put(name, referred(connection, name));
        }
        List<BackupTable> ordered = new ArrayList<>();
        while (!waitsFor.isEmpty()) {
            Set<String> ready = waitsFor.entrySet().stream()
                    .filter(entry -> entry.getValue().stream().noneMatch(waitsFor::containsKey))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (ready.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle: " + waitsFor.keySet());
            }
            ready.forEach(name -> {
                ordered.add(tables.get(name));
                waitsFor.remove(name);
            });
        }
        return ordered;
    }

    private static Set<String> referred(Connection connection, String name) throws SQLException {
        Set<String> referred = new TreeSet<>();
        boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
        try (ResultSet keys = connection
                .getMetaData()
                .getImportedKeys(
                        connection.getCatalog(),
                        connection.getSchema(),
                        upper ? name.toUpperCase(Locale.ROOT) : name)) {
            while (keys.next()) {
                referred.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        referred.remove(name);
        return referred;
    }

    String select() {
        return "SELECT "
                + columns.entrySet().stream()
                        .map(column -> column.getValue().read(column.getKey()))
                        .collect(Collectors.joining(", "))
                + " FROM " + name;
    }

    String insert() {
        return "INSERT INTO " + name + " (" + String.join(", ", columns.keySet()) + ") VALUES ("
                + columns.values().stream().map(BackupValue::placeholder).collect(Collectors.joining(", ")) + ")";
    }
}
