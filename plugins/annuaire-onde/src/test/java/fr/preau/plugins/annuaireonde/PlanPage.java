package fr.preau.plugins.annuaireonde;

import fr.preau.testkit.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The page that says what an import would change, as people read it.
 *
 * @param status the HTTP status
 * @param page the page
 */
record PlanPage(int status, Document page) {
    static PlanPage of(Answer answer) {
        return new PlanPage(answer.status(), Jsoup.parse(answer.body()));
    }

    /** The figures: “élèves : à créer” to 12. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Element line : page.select("ul.counts li")) {
            Element figure = line.expectFirst(".figure");
            counts.put(line.ownText().strip(), Integer.valueOf(figure.text().replaceAll("\\D", "")));
        }
        return counts;
    }

    /** The changes of a group: “Élèves : à créer”. */
    List<String> changes(String group) {
        return page.select("details").stream()
                .filter(details -> details.expectFirst("summary").text().startsWith(group + " ("))
                .flatMap(details -> details.select("li").stream())
                .map(Element::text)
                .toList();
    }

    /** The problems, each “message | file | line | column | effect”. */
    List<String> problems() {
        return page.select("tbody tr").stream()
                .map(row -> String.join(" | ", row.select("td").eachText()))
                .toList();
    }

    /** What to read before confirming. */
    List<String> warnings() {
        return page.select(".notice.wait li").eachText();
    }

    /** The sentence in red. */
    String error() {
        return page.select("main .notice.error:not([hidden])").text();
    }

    /** Whether there is nothing to do. */
    boolean nothing() {
        return page.select(".empty h2").text().equals("Rien à changer") && !confirmable();
    }

    boolean confirmable() {
        return !page.select("form[action$=/appliquer]").isEmpty();
    }

    /** Where to confirm. */
    String confirmation() {
        Element form = page.selectFirst("form[action$=/appliquer]");
        if (form == null) {
            throw new AssertionError(
                    "nothing to confirm:\n" + page.select("main").text());
        }
        return form.attr("action");
    }
}
