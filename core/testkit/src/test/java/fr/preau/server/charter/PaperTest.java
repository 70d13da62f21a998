package fr.preau.server.charter;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.preau.api.Profile;
import fr.preau.server.account.Accounts;
import fr.preau.server.convention.Actor;
import fr.preau.server.convention.Conventions;
import fr.preau.server.convention.Parties;
import fr.preau.server.convention.PartyLine;
import fr.preau.server.convention.Template;
import fr.preau.server.tenancy.Tenants;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import fr.preau.testkit.SchoolPerson;
import fr.preau.testkit.TestBrowser;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What families sign on paper, written down by the school; and who else may write charters. */
class PaperTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    private final MadeUpSchool school = ent.school();
    private final String oldClass = "/console/charte/papier/classes/" + school.oldClass();

    private static String key(Family.Someone signer, Family.Someone child) {
        return signer.id() + ":" + child.id();
    }

    private static String versions(Client client, String path) {
        return Jsoup.parse(client.get(path).body()).select("[name=versions]").attr("value");
    }

    private static Answer record(Client client, String path, String... keys) {
        String[] fields = new String[2 * keys.length + 2];
        fields[0] = "versions";
        fields[1] = versions(client, path);
        for (int i = 0; i < keys.length; i++) {
            fields[2 * i + 2] = "signe";
            fields[2 * i + 3] = keys[i];
        }
        return client.postForm(path, fields);
    }

    @Test
    void a_head_ticks_a_class_and_the_family_is_let_in() {
        Family family = Family.of(ent, 9);
        Family other = Family.of(ent, 9);
        Client head = ent.as(school.head());
        assertThat(head.get(oldClass).body())
                .contains(family.mother().firstName() + " Inventé, pour soi et pour "
                        + family.child().firstName());
        assertThat(record(head, oldClass, key(family.mother(), family.child())).status())
                .isEqualTo(303);
        assertThat(family.mother().signedIn().get("/").status()).isEqualTo(200);
        assertThat(family.child()
                        .signedIn()
                        .get("/api/core/charter")
                        .json()
                        .path("step")
                        .asText())
                .as("a guardian has accepted: the child reads it")
                .isEqualTo("READ");
        assertThat(family.father().signedIn().get("/").location()).contains("/charte");
        assertThat(other.mother().signedIn().get("/").location()).contains("/charte");
        String again = head.get(oldClass).body();
        assertThat(again).contains("accepté sur papier");
        assertThat(again).contains(family.father().firstName() + " Inventé, pour soi<");
        assertThat(record(head, oldClass, key(family.mother(), family.child()))
                        .headers()
                        .allValues("Set-Cookie")
                        .toString())
                .as("nothing new")
                .contains("%C3%A9j%C3%A0");
    }

    @Test
    void one_person_at_a_time_too_and_the_journal_and_the_numbers_say_so() {
        Family family = Family.of(ent, 9);
        Client administrator = ent.as(school.administrator());
        String person = "/console/charte/papier/personnes/" + family.father().id();
        assertThat(record(administrator, person, key(family.father(), family.child()))
                        .status())
                .isEqualTo(303);
        assertThat(administrator.get("/console/journal").body())
                .contains("a noté des chartes signées sur papier ("
                        + family.father().firstName() + " Inventé)")
                .contains("(" + family.child().firstName() + " Inventé)");
        assertThat(administrator.get("/console/charte").body()).contains("sur papier");
        assertThat(administrator.get("/console/charte/statistiques").body()).contains("sur papier");
        assertThat(administrator.get("/console/charte/statistiques.csv").body().lines())
                .anyMatch(line -> line.matches(".*\"Parents\";\\d+;\\d+;\\d+;[1-9]\\d*"));
        String guest = "/console/charte/papier/personnes/" + school.guest().id();
        assertThat(record(administrator, guest, school.guest().id() + ":").status())
                .isEqualTo(303);
        assertThat(administrator
                        .get("/console/personnes/" + family.father().id())
                        .body())
                .contains("Chartes signées sur papier");
    }

    @Test
    void only_heads_and_administrators_and_only_their_own() {
        Family family = Family.of(ent, 9);
        String key = key(family.mother(), family.child());
        for (SchoolPerson person : List.of(school.teacher(), school.agent(), school.guardian(), school.inspector())) {
            Client client = ent.as(person);
            assertThat(client.get(oldClass).status()).isEqualTo(403);
            assertThat(client.postForm(oldClass, "signe", key).status()).isEqualTo(403);
        }
        Client stranger = ent.as(ent.otherSchool().head());
        assertThat(stranger.get(oldClass).status()).isEqualTo(404);
        assertThat(stranger.postForm(oldClass, "signe", key).status()).isEqualTo(404);
        Client head = ent.as(school.head());
        assertThat(record(head, oldClass).status()).isEqualTo(422);
        assertThat(head.postForm(oldClass, "signe", key, "versions", "parents 0")
                        .body())
                .contains("rien n’est noté")
                .contains("checked");
        // Somebody who is no guardian of the child, an id that is none: nothing is written.
        for (String odd :
                new String[] {school.guardian().id() + ":" + family.child().id(), "rien", ":"}) {
            assertThat(record(head, oldClass, odd).status()).isEqualTo(303);
        }
        assertThat(family.mother().signedIn().get("/").location()).contains("/charte");
        family.sql(
                "update core.guardianship set authority = false where guardian_id = ?",
                family.mother().id());
        record(head, oldClass, key);
        assertThat(family.mother().signedIn().get("/").location()).contains("/charte");
    }

    @Test
    void delegates_write_drafts_and_administrators_publish() {
        Tenants tenants = ent.server().get(Tenants.class);
        ent.server().get(Conventions.class).start(school.tenantId(), Template.COMMUNE, "Essai", Actor.OPERATOR);
        Parties parties = ent.server().get(Parties.class);
        UUID id = tenants.addPerson(school.tenantId(), Profile.INSPECTOR, "Yaël", "Déléguée", "");
        ent.server().get(Accounts.class).give(school.tenantId(), id, "yael.deleguee", EntExtension.PASSWORD, false);
        PartyLine party = parties.list(school.tenantId()).get(0);
        parties.name(school.tenantId(), party.id(), id, "Déléguée", Actor.OPERATOR);
        Client delegate =
                ent.as(new SchoolPerson(school.tenantId(), id, Profile.INSPECTOR, "Yaël Déléguée", "yael.deleguee"));
        Desk desk = new Desk(delegate, Audience.GUEST);
        List<String> fields = desk.start();
        Desk.set(fields, "title", "Une charte à deux");
        assertThat(desk.press(fields, "enregistrer").status()).isEqualTo(303);
        Document form = Jsoup.parse(delegate.get(desk.path() + "/brouillon").body());
        assertThat(form.select("[name=title]").attr("value")).isEqualTo("Une charte à deux");
        assertThat(form.text()).doesNotContain("Publier…");
        assertThat(delegate.get("/console/charte").status()).isEqualTo(200);
        assertThat(delegate.get(desk.path() + "/brouillon/comparer").status()).isEqualTo(200);
        assertThat(delegate.get(desk.path() + "/brouillon/publier").status()).isEqualTo(403);
        assertThat(delegate.postForm(desk.path() + "/brouillon/publier").status())
                .isEqualTo(403);
        assertThat(delegate.postForm("/console/charte/ages").status()).isEqualTo(403);
        assertThat(delegate.get("/console/charte/attente").status()).isEqualTo(403);
        assertThat(new Desk(ent.as(school.administrator()), Audience.GUEST)
                        .publish("Écrite à deux")
                        .status())
                .isEqualTo(303);
        assertThat(ent.as(school.inspector()).get("/console/charte").status()).isEqualTo(403);
    }

    @Test
    void the_page_is_readable() {
        Family.of(ent, 9);
        TestBrowser browser = ent.browser();
        Page page = browser.as(school.head());
        assertThat(page.navigate(oldClass).status()).isEqualTo(200);
        browser.check(page);
        page.navigate("/console/charte/papier/personnes/" + school.guest().id());
        browser.check(page);
    }
}
