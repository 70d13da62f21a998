package fr.preau.server.charter;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.TestBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A family and an administrator with the charter, in a real browser and mostly by keyboard. */
class CharterWalkTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    private final TestBrowser browser = ent.browser();
    private final Family family = Family.of(ent, 6);

    @Test
    void a_six_year_old_and_her_mother_come_in_and_an_administrator_changes_the_charter() {
        Page child = signedIn(family.child());
        assertThat(heading(child)).hasText("Demande à un grand");
        assertThat(child.locator("main"))
                .containsText("Demande à " + family.mother().firstName() + " ou "
                        + family.father().firstName());
        browser.check(child);

        Page mother = signedIn(family.mother());
        acceptsForBoth(mother);
        child.reload();
        discovers(child);
        publishes();

        mother.navigate("/services");
        assertThat(heading(mother)).hasText("La charte des familles");
        assertThat(mother.locator(".notice.wait")).containsText("Une règle de plus, sur les photos.");
        browser.check(mother);
        button(mother, "J’ai lu la charte et je l’accepte").press("Enter");
        assertThat(heading(mother)).hasText("Services");
        mother.navigate("/compte");
        assertThat(mother.locator("main")).containsText("Vous avez accepté la version 2");
        browser.check(mother);
        mother.navigate("/charte");
        browser.check(mother);
        mother.navigate("/charte/enfants");
        assertThat(mother.locator("main")).containsText("C’est fait pour");
        browser.check(mother);
        browser.close(mother);
        browser.close(child);
    }

    private Page signedIn(Family.Someone someone) {
        Page page = browser.anonymous();
        page.navigate("/connexion");
        page.fill("[name=login]", someone.login());
        page.fill("[name=password]", Family.PASSWORD);
        page.press("[name=password]", "Enter");
        page.waitForURL("**/charte**");
        return page;
    }

    private void acceptsForBoth(Page page) {
        assertThat(heading(page)).hasText("La charte de l’espace");
        browser.check(page);
        Locator summary = page.locator("summary");
        assertThat(summary).hasText("Lire la charte de : " + family.child().firstName());
        summary.press("Enter");
        assertThat(page.locator("details")).containsText("Je parle gentiment");
        browser.check(page);
        Locator tick =
                page.getByLabel("J’accepte la charte pour " + family.child().firstName());
        assertThat(tick).not().isChecked();
        tick.press("Space");
        button(page, "J’ai lu la charte et je l’accepte").press("Enter");
        assertThat(heading(page)).hasText("Aujourd’hui");
        browser.check(page);
    }

    private void discovers(Page page) {
        assertThat(heading(page)).hasText("Les règles de l’espace");
        assertThat(page.locator(".gallery .shed svg")).hasCount(5);
        assertThat(page.locator(".gallery .shed svg").first()).isVisible();
        Locator listen = page.locator("[data-speak]");
        assertThat(listen).hasCount(6);
        listen.first().press("Enter");
        browser.check(page);
        button(page, "J’ai compris").press("Enter");
        assertThat(heading(page)).hasText("Aujourd’hui");
        page.navigate("/charte");
        assertThat(page.locator("main")).containsText("a accepté ces règles pour toi");
        browser.check(page);
    }

    private void publishes() {
        Page page = browser.as(ent.school().administrator());
        page.navigate("/console");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Chartes"))
                .press("Enter");
        assertThat(heading(page)).hasText("Les chartes");
        browser.check(page);
        button(page, "Modifier Parents").press("Enter");
        assertThat(heading(page)).hasText("Brouillon : Parents");
        page.getByLabel("Titre de la charte").fill("La charte des familles");
        button(page, "Ajouter une règle").press("Enter");
        page.waitForURL("**/brouillon#article-5");
        page.locator("[name='article.5.title']").fill("Les photos de la kermesse");
        page.locator("[name='article.5.icon']").selectOption("image");
        button(page, "Monter la règle 6").press("Enter");
        page.waitForURL("**/brouillon#article-4");
        browser.check(page);
        button(page, "Voir l’aperçu").press("Enter");
        assertThat(heading(page)).hasText("La charte des familles");
        assertThat(button(page, "J’ai lu la charte et je l’accepte")).isDisabled();
        browser.check(page);
        page.goBack();
        button(page, "Comparer").press("Enter");
        assertThat(page.locator(".tag.done")).hasText("ajouté");
        browser.check(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Publier…"))
                .press("Enter");
        assertThat(page.locator(".notice.wait")).containsText("devront accepter cette charte");
        browser.check(page);
        page.getByLabel("Ce qui a changé").fill("Une règle de plus, sur les photos.");
        button(page, "Publier la version 2").press("Enter");
        assertThat(heading(page)).hasText("Charte : Parents");
        browser.check(page);
        for (String path :
                new String[] {"/statistiques", "/attente", "/attente?public=invites", "/parents/versions/1"}) {
            page.navigate("/console/charte" + path);
            browser.check(page);
        }
        browser.close(page);
    }

    private static Locator heading(Page page) {
        return page.locator("h1");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
