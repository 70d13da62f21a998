package fr.preau.testkit.contract;

import com.microsoft.playwright.Page;
import fr.preau.testkit.SchoolPerson;
import fr.preau.testkit.TestBrowser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Every page that anybody may open passes axe and does not scroll sideways, at the width of a small phone and of a desktop.
 * A page is looked at if it shows an element, with its class and in its place, that no page of its route showed before.
 */
final class PagesCheck {
    private final Subject subject;

    PagesCheck(Subject subject) {
        this.subject = subject;
    }

    void check() {
        TestBrowser browser = subject.ent().browser();
        Map<SchoolPerson, Page> pages = new HashMap<>();
        Map<String, Set<String>> known = new HashMap<>();
        Faults faults = new Faults();
        try {
            for (Crawl.Seen seen : subject.crawl().seen()) {
                if (seen.answer().status() == 200
                        && seen.answer().isHtml()
                        && known.computeIfAbsent(route(seen), route -> new HashSet<>())
                                .addAll(elements(seen))) {
                    Page page = pages.computeIfAbsent(seen.person(), browser::as);
                    page.navigate(seen.path());
                    look(browser, page, seen, faults);
                }
            }
        } finally {
            pages.values().forEach(browser::close);
        }
        faults.tell();
    }

    private static void look(TestBrowser browser, Page page, Crawl.Seen seen, Faults faults) {
        try {
            browser.check(page);
        } catch (AssertionError e) {
            faults.add(seen.person().profile() + ": " + e.getMessage());
        }
    }

    /** Which route it is of: its template, or a page of the house. */
    private String route(Crawl.Seen seen) {
        String path = seen.path().replaceFirst("\\?.*", "");
        return subject.routes().stream()
                .filter(route -> route.isGet() && route.uri().match(path, new ArrayList<>()))
                .map(Route::template)
                .findFirst()
                .orElse(path);
    }

    private static Set<String> elements(Crawl.Seen seen) {
        Document page = Jsoup.parse(seen.answer().body());
        Set<String> elements = new HashSet<>();
        collect(Objects.requireNonNullElse(page.selectFirst("main"), page.body()), "", elements);
        return elements;
    }

    /** An element is known by its tag and class and those of all around it. */
    private static void collect(Element element, String around, Set<String> elements) {
        String place = around + ">" + element.tagName() + "." + element.className();
        elements.add(place);
        element.children().forEach(child -> collect(child, place, elements));
    }
}
