package fr.preau.server.convention;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.preau.api.Authority;
import fr.preau.api.Profile;
import fr.preau.server.account.Accounts;
import fr.preau.server.tenancy.Tenants;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.SchoolPerson;
import fr.preau.testkit.TestBrowser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A commune and an académie set up an ENT together, in a browser: from the template to signatures, a pilot school, a second
 * one, a suspension; and at each step what a parent sees.
 */
class ConventionWalkTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare()
            .with(TestPlugins.jar("ecole", Authority.EDUCATION_NATIONALE))
            .with(TestPlugins.jar("ville", Authority.COLLECTIVITE))
            .with(TestPlugins.jar("ensemble", Authority.BOTH));

    private final Tenants tenants = ent.server().get(Tenants.class);
    private final int tenant = tenants.create("pacte", "Espace de Pacte-le-Bourg", Tenants.Kind.COMMUNE);

    private SchoolPerson person(Profile profile, String first, String last) {
        UUID id = tenants.addPerson(tenant, profile, first, last, "");
        String login = (first + "." + last).toLowerCase(java.util.Locale.ROOT);
        ent.server().get(Accounts.class).give(tenant, id, login, EntExtension.PASSWORD, false);
        return new SchoolPerson(tenant, id, profile, first + " " + last, login);
    }

    private SchoolPerson parentIn(String uai, String schoolName, String last) {
        UUID school = tenants.addSchool(tenant, uai, schoolName, "99931");
        UUID schoolClass = tenants.addClass(tenant, school, "CP", "CP");
        UUID child = tenants.addPerson(tenant, Profile.PUPIL, "Alix", last, "");
        tenants.addMember(tenant, child, school, schoolClass, "PUPIL");
        SchoolPerson parent = person(Profile.GUARDIAN, "Lou", last);
        tenants.addGuardian(tenant, parent.id(), child, "parent");
        return parent;
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private static void sees(Page parent, String... services) {
        parent.navigate("/services");
        List<String> shown = parent.locator("main .launcher a").allInnerTexts().stream()
                .map(String::strip)
                .toList();
        assertThat(shown).containsExactlyInAnyOrder(services);
    }

    @Test
    void town_and_academy_open_an_ent_together() {
        tenants.addCommune(tenant, "99931", "Pacte-le-Bourg");
        SchoolPerson first = parentIn("0999931A", "École du Haut", "Haut");
        SchoolPerson second = parentIn("0999932B", "École du Bas", "Bas");
        SchoolPerson mayor = person(Profile.MUNICIPAL_STAFF, "Ange", "Mairie");
        SchoolPerson inspector = person(Profile.INSPECTOR, "Claude", "Inspection");
        tenants.addAdministrator(tenant, mayor.id());
        TestBrowser browser = ent.browser();
        Page town = browser.as(mayor);
        Page academy = browser.as(inspector);
        Page parent = browser.as(first);
        Page other = browser.as(second);

        town.navigate("/console/convention");
        town.getByLabel("Texte type").selectOption("COMMUNE");
        press(town, "Commencer la convention");
        Parties parties = ent.server().get(Parties.class);
        for (PartyLine party : parties.list(tenant)) {
            boolean school = party.side() == Side.EDUCATION_NATIONALE;
            parties.name(
                    tenant,
                    party.id(),
                    school ? inspector.id() : mayor.id(),
                    school ? "Inspectrice de l’Éducation nationale" : "Maire",
                    Actor.OPERATOR);
        }
        sees(parent);

        town.navigate("/console/convention/versions/1");
        town.getByLabel("Titre", new Page.GetByLabelOptions().setExact(true)).fill("Convention de Pacte-le-Bourg");
        press(town, "Enregistrer");
        assertThat(town.locator("[role=status]")).hasText("C’est enregistré.");
        press(town, "Proposer à la signature");
        browser.check(town);
        press(town, "Signer ce qui est coché");
        assertThat(town.locator("[role=status]")).containsText("3 signatures");
        sees(parent);

        academy.navigate("/");
        academy.navigate("/console/attente");
        browser.check(academy);
        academy.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Signer"))
                .first()
                .click();
        press(academy, "Signer ce qui est coché");
        assertThat(academy.locator("[role=status]")).containsText("3 signatures");
        sees(parent);
        parent.navigate("/apps/ecole/");
        assertThat(parent.locator("main")).containsText("n’est pas encore ouvert");

        academy.navigate("/console/convention/deploiement");
        academy.getByLabel("Nom de l’étape").fill("École pilote");
        academy.getByLabel("École du Haut").check();
        press(academy, "Proposer");
        sees(parent);
        town.navigate("/console/convention/deploiement");
        browser.check(town);
        press(town, "Accepter");
        sees(parent, "ecole", "ville", "ensemble");
        sees(other);

        town.navigate("/console/convention/deploiement");
        town.getByLabel("Nom de l’étape").fill("Seconde école");
        town.getByLabel("École du Bas").check();
        press(town, "Proposer");
        academy.navigate("/console/convention/deploiement");
        press(academy, "Accepter");
        sees(other, "ecole", "ville", "ensemble");

        academy.navigate("/console/convention/arrets");
        academy.getByLabel("Quoi", new Page.GetByLabelOptions().setExact(true)).selectOption("ville");
        academy.getByLabel("Pourquoi").fill("Le temps d’une vérification");
        press(academy, "Arrêter maintenant");
        browser.check(academy);
        sees(parent, "ecole", "ensemble");
        parent.navigate("/apps/ville/");
        assertThat(parent.locator("main")).containsText("Le temps d’une vérification");
        browser.check(parent);
        town.navigate("/console/convention/arrets");
        assertThat(town.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rétablir"))
                        .count())
                .isZero();
        press(academy, "Rétablir");
        sees(parent, "ecole", "ville", "ensemble");

        Page anybody = browser.anonymous();
        anybody.navigate("/convention/pacte");
        Locator main = anybody.locator("main");
        assertThat(main).containsText("Convention de Pacte-le-Bourg");
        assertThat(main).containsText("Claude Inspection");
        browser.check(anybody);
    }
}
