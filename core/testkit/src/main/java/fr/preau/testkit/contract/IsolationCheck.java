package fr.preau.testkit.contract;

import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.SchoolPerson;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Every route, called by every profile of one tenant with the ids of another: no answer shows a text of the other, none of
 * its rows changes, none of its ids is taken into a row, and no route breaks. The other tenant's people open the pages first,
 * so that whatever a plugin remembers between requests is filled with their data.
 */
final class IsolationCheck {
    private static final int CALLS_OF_A_ROUTE = 32;
    private static final int SHORTEST_TEXT = 6;

    private final Subject subject;
    private @Nullable Result result;

    private record Result(Faults unfilled, Faults seen, Faults changed, Faults taken, Faults broken) {}

    IsolationCheck(Subject subject) {
        this.subject = subject;
    }

    /** Every table has rows of the other school: else nothing would be proved about it. */
    void seeded() {
        result().unfilled().tell();
    }

    void nothingSeen() {
        result().seen().tell();
    }

    void nothingChanged() {
        result().changed().tell();
    }

    void noIdTaken() {
        result().taken().tell();
    }

    void nothingBroken() {
        result().broken().tell();
    }

    private Result result() {
        Result known = result;
        if (known == null) {
            known = run();
            result = known;
        }
        return known;
    }

    private Result run() {
        Result found = new Result(new Faults(), new Faults(), new Faults(), new Faults(), new Faults());
        int own = subject.ent().school().tenantId();
        int foreign = subject.ent().otherSchool().tenantId();
        subject.walkOf(subject.ent().otherSchool());
        try (TenantRows rows = subject.rows()) {
            rows.counts(foreign).forEach((table, count) -> {
                if (count == 0) {
                    found.unfilled().add(table + " has no row of the other school: let seeded(…) make one");
                }
            });
            Values values = rows.values(foreign);
            Set<String> texts = rows.texts(foreign);
            texts.removeAll(rows.texts(own));
            texts.removeIf(text -> text.length() < SHORTEST_TEXT);
            Map<String, String> plain = new LinkedHashMap<>();
            texts.forEach(text -> plain.put(text, plain(text)));
            Map<String, String> before = rows.marks(foreign);
            call(values, plain, found);
            subject.walkOf(subject.ent().school())
                    .seen()
                    .forEach(page -> look(
                            page.person(),
                            new Call("GET", page.path(), Route.Body.NONE, Map.of(), ""),
                            page.answer(),
                            plain,
                            found));
            compare(before, rows.marks(foreign), found);
            rows.mentions(own, new HashSet<>(values.ids()))
                    .forEach((column, ids) -> found.taken()
                            .add(column + " took ids of the other school (" + ids
                                    + "): check that the class or the person is one of the caller's"));
        }
        return found;
    }

    private void call(Values values, Map<String, String> texts, Result found) {
        for (Route route : subject.routes()) {
            List<Call> calls = Filling.of(route, values, subject.crawl(), CALLS_OF_A_ROUTE);
            for (SchoolPerson person : subject.oneOfEach()) {
                Client client = subject.ent().as(person);
                boolean holds = route.holders().contains(person.profile().name());
                for (Call call : holds ? calls : calls.subList(0, Math.min(1, calls.size()))) {
                    look(person, call, call.send(client), texts, found);
                }
            }
        }
    }

    private static void look(SchoolPerson person, Call call, Answer answer, Map<String, String> texts, Result found) {
        if (answer.status() >= 500) {
            found.broken().add(person.profile() + ": " + call + " answers " + answer.status());
        }
        String body = plain(answer.body());
        texts.forEach((text, plain) -> {
            if (body.contains(plain) && !call.says(text)) {
                found.seen()
                        .add(person.profile() + ": " + call + " answers " + answer.status()
                                + " and shows the other school's “" + Faults.excerpt(text) + "”");
            }
        });
    }

    /** Without what HTML and JSON make of quotes and the like. */
    private static String plain(String text) {
        return Parser.unescapeEntities(text, false).replace("\\\"", "\"");
    }

    private static void compare(Map<String, String> before, Map<String, String> after, Result found) {
        new TreeMap<>(after).forEach((table, mark) -> {
            if (!mark.equals(before.get(table))) {
                found.changed().add("rows of the other school changed in " + table);
            }
        });
    }
}
