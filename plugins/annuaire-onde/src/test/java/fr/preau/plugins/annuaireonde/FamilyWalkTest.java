package fr.preau.plugins.annuaireonde;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.PluginJar;
import fr.preau.testkit.TestBrowser;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * From the files to a family at home, in a real browser: the head imports and prints, a guardian opens an account on a
 * telephone with the printed code. Every page on the way holds at 360 and 1280 px and passes axe.
 */
class FamilyWalkTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare()
            .with(
                    OndeJar.build(),
                    PluginJar.of(ClassListPlugin.class).id("class-list").build());

    private static final int TELEPHONE = 360;
    private static final List<String> OTHERS = List.of(
            "Éloi", "FICTIF", "Noé", "IMAGINAIRE", "Hugo", "MODÈLE", "FACTICE", "TÉMOIN", "Anaïs", "FABULÉ", "FABLE");

    @Test
    void from_the_files_to_a_family_at_home() {
        TestSchool school = TestSchool.inNewTenant(ent);
        TestBrowser browser = ent.browser();

        Page head = browser.anonymous();
        signIn(browser, head, school);
        importFiles(browser, head);
        byte[] slips = printSlips(head, TwelvePupils.CP);

        String text = SlipReader.text(slips);
        assertThat(text)
                .contains("Zoé EXEMPLE", "Chloé EXEMPLE", "Paul EXEMPLE", "Éloi FICTIF")
                .doesNotContain("TÉMOIN");
        String code = SlipReader.codeFor("Chloé EXEMPLE", slips);
        assertThat(SlipReader.squares(slips))
                .hasSize(9)
                .anySatisfy(link -> assertThat(link)
                        .startsWith(ent.server().address().toString())
                        .endsWith("/activation?code=" + code.replace(" ", "")));
        browser.close(head);

        Page family = browser.anonymous();
        activate(browser, family, code);
        seesOnlyTheirOwn(browser, family, school);
        browser.close(family);

        Page late = browser.anonymous();
        late.navigate("/activation");
        late.getByLabel("Code de la fiche").fill(code);
        button(late, "Continuer").click();
        assertThat(late.locator("#erreur")).containsText("Ce code a déjà servi");
        browser.check(late);
        browser.close(late);
    }

    private static void signIn(TestBrowser browser, Page page, TestSchool school) {
        page.navigate("/connexion");
        browser.check(page);
        page.getByLabel("Identifiant").fill(school.head().login());
        page.getByLabel("Mot de passe").fill(EntExtension.PASSWORD);
        button(page, "Se connecter").click();
        assertThat(heading(page)).hasText("La charte de l’espace");
        browser.check(page);
        button(page, "J’ai lu la charte et je l’accepte").click();
        assertThat(heading(page)).hasText("Aujourd’hui");
    }

    private static void importFiles(TestBrowser browser, Page page) {
        page.navigate("/console");
        assertThat(page.locator("main")).containsText("L’espace est encore vide");
        browser.check(page);
        page.locator(".empty").getByRole(AriaRole.LINK).click();
        assertThat(heading(page)).hasText("Importer un annuaire");
        browser.check(page);
        page.getByLabel("Fichiers", new Page.GetByLabelOptions().setExact(true))
                .setInputFiles(Stream.of(TwelvePupils.files())
                        .map(file -> new FilePayload(file.name(), "text/csv", file.content()))
                        .toArray(FilePayload[]::new));
        button(page, "Lire les fichiers").click();
        assertThat(heading(page)).hasText("Ce que l’import va changer");
        assertThat(page.locator("ul.counts")).containsText("élèves : à créer");
        browser.check(page);
        button(page, "Appliquer ces changements").click();
        assertThat(heading(page)).hasText("Classes");
        assertThat(page.locator("main")).containsText("C’est fait : 60 créations");
        assertThat(page.locator("main")).containsText(TwelvePupils.CM);
        browser.check(page);
    }

    /** Presses the button of a class and catches what the browser is given. */
    private static byte[] printSlips(Page page, String schoolClass) {
        AtomicReference<byte[]> pdf = new AtomicReference<>();
        page.context().route("**/fiches.pdf", route -> {
            var answer = route.fetch();
            assertThat(answer.headers().get("content-type")).isEqualTo("application/pdf");
            pdf.set(answer.body());
            route.fulfill(new Route.FulfillOptions().setResponse(answer));
        });
        Page sheet = page.waitForPopup(() -> page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(schoolClass))
                .getByRole(AriaRole.BUTTON)
                .click());
        page.waitForCondition(() -> pdf.get() != null);
        sheet.close();
        return Objects.requireNonNull(pdf.get());
    }

    private static void activate(TestBrowser browser, Page page, String code) {
        page.setViewportSize(TELEPHONE, 740);
        page.navigate("/");
        page.getByText("J’ai reçu un code").click();
        browser.check(page);
        page.setViewportSize(TELEPHONE, 740);
        page.getByLabel("Code de la fiche").fill(code.toLowerCase(Locale.ROOT));
        button(page, "Continuer").click();
        assertThat(page.locator("main")).containsText("Chloé EXEMPLE");
        assertThat(page.locator("main")).containsText("Zoé EXEMPLE, " + TwelvePupils.CP);
        assertThat(page.locator("main")).containsText("Léa EXEMPLE, " + TwelvePupils.CE);
        browser.check(page);
        page.setViewportSize(TELEPHONE, 740);
        assertThat(page.getByLabel("Votre identifiant")).hasValue("chloe.exemple");
        fill(page, "trop court", "trop court");
        assertThat(page.locator("#password-erreur")).isVisible();
        browser.check(page);
        page.setViewportSize(TELEPHONE, 740);
        fill(page, "une craie bleue au tableau", "une craie bleue au tableau");
        assertThat(heading(page)).hasText("La charte de l’espace");
        browser.check(page);
        page.setViewportSize(TELEPHONE, 740);
        button(page, "J’ai lu la charte et je l’accepte").click();
    }

    private static void fill(Page page, String password, String repeated) {
        page.locator("#password").fill(password);
        page.locator("#password2").fill(repeated);
        button(page, "Ouvrir mon compte").click();
    }

    private static void seesOnlyTheirOwn(TestBrowser browser, Page page, TestSchool school) {
        assertThat(heading(page)).hasText("Aujourd’hui");
        assertThat(page.locator("ul.children li")).hasCount(2);
        assertThat(page.locator("ul.children")).containsText("Zoé EXEMPLE");
        assertThat(page.locator("ul.children")).containsText("Léa EXEMPLE");
        assertThat(page.content()).doesNotContain(OTHERS);
        browser.check(page);

        assertSees(page, "/apps/class-list/classes/" + classId(school, TwelvePupils.CP), 200);
        assertSees(page, "/apps/class-list/api/classes/" + classId(school, TwelvePupils.CE), 200);
        for (String path : outOfReach(school)) {
            assertSees(page, path, path.startsWith("/apps/") ? 404 : 403);
        }
        page.navigate("/apps/class-list/classes/" + classId(school, TwelvePupils.CM));
        assertThat(page.content()).doesNotContain(OTHERS).doesNotContain(TwelvePupils.CM);
        browser.check(page);
        page.navigate("/console/classes");
        assertThat(page.content()).doesNotContain(OTHERS).doesNotContain(TwelvePupils.CM);
        browser.check(page);
    }

    /** All that is about another class or its people, or about everybody. */
    private static List<String> outOfReach(TestSchool school) {
        String otherClass = classId(school, TwelvePupils.CM);
        String otherPupil =
                school.text("select id::text from core.person where tenant_id = ? and first_name = 'Anaïs'");
        return List.of(
                "/apps/class-list/classes/" + otherClass,
                "/apps/class-list/api/classes/" + otherClass,
                "/console",
                "/console/classes",
                "/console/import",
                "/console/services",
                "/console/personnes",
                "/console/personnes?classe=" + otherClass,
                "/console/personnes/" + otherPupil);
    }

    private static String classId(TestSchool school, String name) {
        return school.text("select id::text from core.class where tenant_id = ? and name = '" + name + "'");
    }

    /** What the browser gets with this family's cookie; nothing refused names anybody else. */
    private static void assertSees(Page page, String path, int status) {
        var answer = page.request().get(path);
        assertThat(answer.status()).as(path).isEqualTo(status);
        if (status != 200) {
            assertThat(answer.text()).as(path).doesNotContain(OTHERS).doesNotContain(TwelvePupils.CM);
        }
    }

    private static Locator heading(Page page) {
        return page.locator("h1");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
