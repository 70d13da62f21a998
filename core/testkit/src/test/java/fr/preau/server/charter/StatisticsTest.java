package fr.preau.server.charter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.server.tenancy.Tenants;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How far people are, against a count by hand. */
class StatisticsTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    /**
     * To the made-up school (3 pupils and 2 guardians of unknown birth dates, a head, 2 teachers, staff; beside it an agent, an
     * administrator, an inspector, a guest) come: a second school with a name like a formula, in which the agent works; two
     * families; and one that moved away.
     */
    @BeforeAll
    static void make() {
        var school = ent.school();
        Tenants tenants = ent.server().get(Tenants.class);
        UUID second = tenants.addSchool(school.tenantId(), "0999903C", "=École; du \"Bois\"", "99901");
        tenants.addMember(school.tenantId(), school.agent().id(), second, null, "STAFF");
        // Accepted for by the mother; the father has accepted for himself alone.
        Family nine = Family.of(ent, 9);
        nine.father().accepted();
        Client mother = nine.mother().accepted();
        mother.putJson("/api/core/charter/children/" + nine.child().id(), Map.of());
        // A young one: nobody has accepted anything. The father is suspended: he does not count.
        Family six = Family.of(ent, 6);
        six.sql(
                "update core.person set suspended_at = now() where id = ?",
                six.father().id());
        // Moved away: nobody counts.
        Family gone = Family.of(ent, 9);
        gone.sql(
                "update core.membership set until = current_date where person_id = ?",
                gone.child().id());
        // Accepted for, by the testkit: the three pupils of the made-up school are young, their birth dates being
        // unknown.
        ent.as(school.guardian());
        ent.as(school.head());
        ent.as(school.agent());
        ent.as(school.administrator());
    }

    private static Client administrator() {
        return ent.as(ent.school().administrator());
    }

    @Test
    void every_number_is_right() {
        Document page =
                Jsoup.parse(administrator().get("/console/charte/statistiques").body());
        Map<String, String> numbers = new TreeMap<>();
        for (Element section : page.select("main > section")) {
            section.select("h2 .small").remove();
            for (Element row : section.select("tbody tr")) {
                row.select(".visually-hidden, .narrow-only").remove();
                numbers.put(
                        section.select("h2").text() + " | " + row.select("th").text(),
                        row.select("td").get(0).text() + " | "
                                + row.select("td").get(1).text());
            }
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "École de l’Essai | Jeunes élèves", "2 sur 4 | 2 personnes",
                        "École de l’Essai | Élèves", "1 sur 1 | personne",
                        "École de l’Essai | Parents", "3 sur 5 | 2 personnes",
                        "École de l’Essai | École et Éducation nationale", "1 sur 4 | 3 personnes",
                        "=École; du \"Bois\" | Mairie et collectivité", "1 sur 1 | personne",
                        "Hors des écoles | Mairie et collectivité", "1 sur 1 | personne",
                        "Hors des écoles | École et Éducation nationale", "0 sur 1 | 1 personne",
                        "Hors des écoles | Invités", "0 sur 1 | 1 personne"));
    }

    @Test
    void the_overview_counts_each_person_once() {
        Document page = Jsoup.parse(administrator().get("/console/charte").body());
        page.select(".narrow-only").remove();
        assertThat(page.select("tbody tr td:nth-child(3)").eachText())
                .containsExactly("2 sur 4", "1 sur 1", "3 sur 5", "1 sur 5", "2 sur 2", "0 sur 1");
    }

    @Test
    void the_list_names_who_is_missing() {
        String all = administrator().get("/console/charte/attente").body();
        Document page = Jsoup.parse(all);
        assertThat(page.text()).contains("9 personnes n’ont pas encore accepté");
        assertThat(page.select("tbody tr")).hasSize(9);
        assertThat(all).contains("un parent doit accepter");
        String young = administrator()
                .get("/console/charte/attente?public=jeunes-eleves&ecole="
                        + ent.school().schoolId())
                .body();
        assertThat(Jsoup.parse(young).select("tbody tr")).hasSize(2);
        assertThat(young).contains("Témoin Charlie").doesNotContain("Essai Alix");
        assertThat(Jsoup.parse(administrator()
                                .get("/console/charte/attente?ecole=aucune")
                                .body())
                        .select("tbody th")
                        .eachText())
                .containsExactly("Académie Claude", "Invité Eden");
        assertThat(administrator().get("/console/charte/attente?page=7").status())
                .isEqualTo(200);
        for (String odd : new String[] {"?ecole=rien", "?public=rien", "?page=-1", "?page=99999999", "?ecole=%00"}) {
            assertThat(administrator().get("/console/charte/attente" + odd).status())
                    .as(odd)
                    .isEqualTo(200);
        }
    }

    @Test
    void the_table_for_spreadsheets_says_the_same_and_starts_no_formula() {
        var answer = administrator().get("/console/charte/statistiques.csv");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("text/csv");
        assertThat(answer.body().lines())
                .hasSize(9)
                .contains(
                        "\"École de l’Essai\";\"0999901A\";\"Parents\";3;2;5;0",
                        "\"'=École; du \"\"Bois\"\"\";\"0999903C\";\"Mairie et collectivité\";1;0;1;0",
                        "\"Hors des écoles\";\"\";\"Invités\";0;1;1;0");
    }

    @Test
    void the_other_tenant_counts_its_own() {
        String page = ent.as(ent.otherSchool().administrator())
                .get("/console/charte/statistiques")
                .body();
        assertThat(page).contains("École du Double").doesNotContain("Essai");
    }

    @Test
    void each_page_reads_with_a_handful_of_statements() {
        var database = ent.server().get(fr.preau.server.db.Database.class);
        Client administrator = administrator();
        for (String path :
                new String[] {"/console/charte", "/console/charte/statistiques", "/console/charte/attente"}) {
            administrator.get(path);
            long before = database.roundTrips();
            administrator.get(path);
            assertThat(database.roundTrips() - before).as(path).isLessThanOrEqualTo(4);
        }
    }
}
