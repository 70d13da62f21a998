package fr.preau.testkit;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import fr.preau.api.Profile;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Opens the ENT in a real browser, as somebody. Each page is in a context of its own: {@link #close} ends it.
 *
 * <p>Not thread-safe: one browser serves the whole JVM, from one thread at a time.
 */
public final class TestBrowser {
    /** The widths at which every page must hold, in CSS pixels: a small phone, a desktop. */
    public static final List<Integer> WIDTHS = List.of(360, 1280);

    private static final int HEIGHT = 800;

    private final EntExtension ent;
    private final Browser browser;

    TestBrowser(EntExtension ent) {
        this.ent = ent;
        this.browser = Chromium.start();
    }

    /** A page of nobody. Its {@code navigate} takes paths: {@code page.navigate("/connexion")}. */
    public Page anonymous() {
        return context(true).newPage();
    }

    /** A page of the first school's first person of this profile. */
    public Page as(Profile profile) {
        return as(ent.school().one(profile));
    }

    /** A page of this person. */
    public Page as(SchoolPerson person) {
        return as(person, true);
    }

    /** The same for a browser that runs no JavaScript. */
    public Page withoutJavaScript(SchoolPerson person) {
        return as(person, false);
    }

    private Page as(SchoolPerson person, boolean javaScript) {
        BrowserContext context = context(javaScript);
        String address = ent.server().address().toString();
        context.addCookies(ent.as(person).cookies().entrySet().stream()
                .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl(address))
                .toList());
        return context.newPage();
    }

    private BrowserContext context(boolean javaScript) {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(ent.server().address().toString())
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setJavaScriptEnabled(javaScript)
                .setViewportSize(WIDTHS.get(1), HEIGHT));
    }

    /** Closes a page and its context. */
    public void close(Page page) {
        page.context().close();
    }

    /**
     * Checks that what is shown now holds at every width: no axe violation, no sideways scrolling.
     *
     * @throws AssertionError with every fault: the rule, the element, what to do
     */
    public void check(Page page) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            sideways(page);
            axe(page);
        }
    }

    /** Checks with axe what is shown now. The page's browser must run JavaScript. */
    public void axe(Page page) {
        // Legacy mode is about frames, of which we have none: the other one opens a page for each run. And nothing is
        // asked of the elements that passed: describing them takes axe longer than looking at them.
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        List<Rule> violations = new AxeBuilder(page)
                .options(options)
                .setLegacyMode(true)
                .analyze()
                .getViolations();
        if (!violations.isEmpty()) {
            throw new AssertionError(where(page) + " : axe\n"
                    + violations.stream().map(TestBrowser::words).collect(Collectors.joining("\n")));
        }
    }

    private static String words(Rule rule) {
        return "- " + rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp()
                + rule.getNodes().stream().map(TestBrowser::words).collect(Collectors.joining());
    }

    private static String words(CheckedNode node) {
        return "\n    " + node.getHtml() + "\n    at " + node.getTarget() + "\n    "
                + node.getFailureSummary().replace("\n", "\n    ");
    }

    /** Checks that the page does not scroll sideways at its present width. */
    public void sideways(Page page) {
        Object widest = page.evaluate("""
                () => {
                  const room = document.documentElement.clientWidth;
                  if (document.documentElement.scrollWidth <= room) return null;
                  const out = [...document.body.querySelectorAll('*')]
                    .filter(e => e.getBoundingClientRect().right > room + 1).slice(0, 5)
                    .map(e => e.outerHTML.slice(0, 120));
                  return document.documentElement.scrollWidth + ' px: ' + out.join(' | ');
                }""");
        if (widest != null) {
            throw new AssertionError(where(page) + " : scrolls sideways, " + widest);
        }
    }

    private static String where(Page page) {
        return page.url() + " at " + page.viewportSize().width + " px";
    }
}
