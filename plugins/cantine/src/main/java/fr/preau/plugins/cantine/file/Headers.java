package fr.preau.plugins.cantine.file;

import fr.preau.plugins.cantine.menu.Spelling;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of a sheet's columns is which, in any order. Not thread-safe; made for one reading. */
final class Headers {
    private final List<String> titles;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final Set<Integer> used = new HashSet<>();

    Headers(List<String> titles) {
        this.titles = titles.stream().map(Spelling::tidy).toList();
        for (Column column : Column.values()) {
            for (int i = 0; i < titles.size(); i++) {
                if (column.isNamed(titles.get(i)) && used.add(i)) {
                    columns.put(column, i);
                    break;
                }
            }
        }
    }

    boolean has(Column column) {
        return columns.containsKey(column);
    }

    /** The value in that column, tidied; empty if the column is absent. */
    String value(Sheet.Row row, Column column) {
        return Spelling.tidy(row.cell(columns.getOrDefault(column, -1)));
    }

    /** The column's title as the file writes it, to speak about it. */
    String title(Column column) {
        Integer index = columns.get(column);
        return index == null ? column.scdl() : titles.get(index);
    }

    List<String> titles() {
        return titles;
    }

    /** The titles of columns that are not read, but for those of the format that only repeat who publishes. */
    List<String> ignored() {
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            String title = titles.get(i);
            boolean known = Column.OF_THE_FORMAT.stream()
                    .anyMatch(name -> Column.key(name).equals(Column.key(title)));
            if (!used.contains(i) && !known && !title.isEmpty()) {
                ignored.add(title);
            }
        }
        return ignored;
    }
}
