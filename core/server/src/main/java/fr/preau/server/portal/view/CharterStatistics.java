package fr.preau.server.portal.view;

import fr.preau.server.charter.Statistics;
import java.util.List;

/**
 * {@code console/charter-statistics.jte}: how far each school is.
 *
 * @param schools each with one line for each audience it has; people of no school last
 */
public record CharterStatistics(List<School> schools) {
    /**
     * A school.
     *
     * @param id for the list of who is missing; {@code aucune} for people of no school
     * @param name its name, empty for people of no school
     * @param lines its audiences
     */
    public record School(String id, String name, List<Statistics.Line> lines) {
        /** All its people, once for each audience. */
        public int total() {
            return lines.stream().mapToInt(Statistics.Line::total).sum();
        }

        /** Those who accepted. */
        public int accepted() {
            return lines.stream().mapToInt(Statistics.Line::accepted).sum();
        }
    }
}
