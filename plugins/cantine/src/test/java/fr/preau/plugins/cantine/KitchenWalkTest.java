package fr.preau.plugins.cantine;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.SchoolPerson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A week goes from the kitchen's form to a parent's phone and to one sheet of paper. */
class KitchenWalkTest {
    @RegisterExtension
    static final EntExtension ent = Given.ent();

    private final List<Page> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(ent.browser()::close);
    }

    private Page page(SchoolPerson person, boolean javaScript) {
        Page page = javaScript ? ent.browser().as(person) : ent.browser().withoutJavaScript(person);
        page.setViewportSize(360, 740);
        open.add(page);
        return page;
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    @Test
    void with_javascript() {
        walk(true, Given.monday(1));
    }

    @Test
    void without_javascript() {
        walk(false, Given.monday(2));
    }

    private void walk(boolean javaScript, LocalDate monday) {
        Page kitchen = page(ent.school().agent(), javaScript);
        kitchen.navigate(Given.ROOT + "day/" + monday);
        kitchen.getByLabel("Entrée, plat 1", exact()).fill("Carottes râpées");
        kitchen.getByLabel("Plat, plat 1", exact()).fill("Gratin");
        press(kitchen, "Ajouter un plat");
        assertThat(kitchen.getByLabel("Entrée, plat 1", exact())).hasValue("Carottes râpées");
        assertThat(kitchen.getByLabel("Plat, plat 2", exact())).isFocused();
        kitchen.getByLabel("Plat, plat 2", exact()).fill("Omelette");
        press(kitchen, "Ajouter ce repas");
        assertThat(kitchen.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Goûter")))
                .isVisible();
        kitchen.locator("summary").first().click();
        kitchen.locator("details[open]").getByText("moutarde").click();
        kitchen.locator("details[open]").getByText("Aucun de ces 14 allergènes").click();
        press(kitchen, "Enregistrer le brouillon");
        assertThat(kitchen.locator("details[open] .error")).containsText("cochés à la fois");
        assertThat(kitchen.getByLabel("Plat, plat 2", exact())).hasValue("Omelette");
        if (javaScript) {
            ent.browser().check(kitchen);
        }
        kitchen.locator("details[open]").getByText("Aucun de ces 14 allergènes").click();
        press(kitchen, "Publier ce menu");
        assertThat(kitchen.locator("body")).containsText("est publié");

        Page parent = page(ent.school().guardian(), javaScript);
        parent.navigate(Given.ROOT + "week/" + monday);
        assertThat(parent.locator(".dishes li", new Page.LocatorOptions().setHasText("Carottes râpées")))
                .containsText("moutarde");
        assertThat(parent.locator("main")).containsText("Omelette");
        if (javaScript) {
            ent.browser().check(parent);
            Assertions.assertThat(sheets(parent)).isEqualTo(1);
        }
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static int sheets(Page page) {
        String pdf = new String(
                page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)),
                java.nio.charset.StandardCharsets.ISO_8859_1);
        return pdf.split("/Type\\s*/Page\\b", -1).length - 1;
    }
}
