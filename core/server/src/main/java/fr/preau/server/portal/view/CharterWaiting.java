package fr.preau.server.portal.view;

import fr.preau.server.charter.Audience;
import fr.preau.server.charter.Statistics;
import java.util.List;

/**
 * {@code console/charter-waiting.jte}: who has still to accept. A form with {@code ecole} and {@code public} (GET).
 *
 * @param school the chosen school, empty for all
 * @param audience the chosen audience's slug, empty for all
 * @param schools the schools to choose from
 * @param audiences the audiences to choose from
 * @param people a page of them
 * @param total how many there are
 * @param page the page's number, from 1
 * @param pages how many pages
 */
public record CharterWaiting(
        String school,
        String audience,
        List<Choice> schools,
        List<Audience> audiences,
        List<Statistics.Waiting> people,
        int total,
        int page,
        int pages) {
    /** The address of another page of the same list. */
    public String at(int number) {
        return "console/charte/attente?ecole=" + school + "&public=" + audience + "&page=" + number;
    }
}
