package fr.preau.server.portal.view;

import fr.preau.server.charter.Ages;
import fr.preau.server.charter.Audience;
import fr.preau.server.charter.CharterVersion;
import java.util.List;
import java.util.Map;

/**
 * {@code console/charter.jte}: what is in force for whom, how far people are, and the ages. Posts {@code accord} and
 * {@code images} to {@code /console/charte/ages}.
 *
 * @param rows one for each audience
 * @param ages what is set
 * @param errors faults by field
 */
public record CharterOverview(List<Row> rows, Ages ages, Map<String, String> errors) {
    /** An audience: its charter in force, how many of its people accepted, and of these on paper, whether something is being written. */
    public record Row(CharterVersion charter, int accepted, int paper, int total, boolean draft) {
        /** For whom. */
        public Audience audience() {
            return charter.audience();
        }
    }
}
