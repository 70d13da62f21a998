package fr.preau.plugins.cantine.file;

import fr.preau.api.directory.Problem;
import java.util.List;

/**
 * What was read in a file. Immutable.
 *
 * @param file its name
 * @param lines the dishes and closed days, in the file's order
 * @param ignoredColumns titles of columns that nothing was taken from
 * @param problems what is wrong, by line
 */
public record MenuReading(String file, List<MenuLine> lines, List<String> ignoredColumns, List<Problem> problems) {
    /** Whether nothing could be read at all. */
    public boolean unreadable() {
        return problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.FILE);
    }
}
