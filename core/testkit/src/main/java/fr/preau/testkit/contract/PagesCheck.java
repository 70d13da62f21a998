package fr.preau.testkit.contract;

import com.microsoft.playwright.Page;
import fr.preau.testkit.SchoolPerson;
import fr.preau.testkit.TestBrowser;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Every page that anybody may open passes axe and does not scroll sideways, at the width of a small phone and of a desktop.
 * Pages built alike, of the same elements and classes, are looked at once.
 */
final class PagesCheck {
    private final Subject subject;

    PagesCheck(Subject subject) {
        this.subject = subject;
    }

    void check() {
        TestBrowser browser = subject.ent().browser();
        Map<SchoolPerson, Page> pages = new HashMap<>();
        Set<String> known = new HashSet<>();
        Faults faults = new Faults();
        try {
            for (Crawl.Seen seen : subject.crawl().seen()) {
                if (seen.answer().status() == 200 && seen.answer().isHtml() && known.add(shape(seen))) {
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

    private static String shape(Crawl.Seen seen) {
        Document page = Jsoup.parse(seen.answer().body());
        return shape(Objects.requireNonNullElse(page.selectFirst("main"), page.body()));
    }

    private static String shape(Element element) {
        Set<String> children = new LinkedHashSet<>();
        element.children().forEach(child -> children.add(shape(child)));
        return element.tagName() + "." + element.className() + children;
    }
}
