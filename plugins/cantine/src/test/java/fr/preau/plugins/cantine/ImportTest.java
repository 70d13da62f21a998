package fr.preau.plugins.cantine;

import static fr.preau.plugins.cantine.Given.API;
import static fr.preau.plugins.cantine.Given.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.preau.api.Profile;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A file, from the form to the menus and back out. */
class ImportTest {
    @RegisterExtension
    static final EntExtension ent = Given.ent();

    private static Client agent;

    @BeforeAll
    static void people() {
        agent = ent.as(Profile.MUNICIPAL_STAFF);
    }

    private static JsonNode send(byte[] csv, boolean dryRun) {
        Answer answer =
                agent.send("POST", API + "imports?dryRun=" + dryRun, "text/csv", BodyPublishers.ofByteArray(csv));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static byte[] week(LocalDate monday) {
        return Given.csv(
                "menuDate;menuRepasType;menuPlatType;menuPlatNom;menuPlatAllergene;couleur",
                monday + ";déjeuner;entrée;Betteraves;moutarde;x",
                monday + ";déjeuner;plat principal;Poisson pané;poissons, gluten;x",
                monday.plusDays(1) + ";déjeuner;plat principal;FÉRIÉ;;x",
                "hier;déjeuner;dessert;Pomme;;x");
    }

    @Test
    void a_dry_run_changes_nothing_and_twice_is_once() {
        LocalDate monday = Given.monday(1);
        assertThat(send(week(monday), true).get("created")).hasSize(2);
        assertThat(agent.get(API + "days/" + monday).status()).isEqualTo(404);

        JsonNode first = send(week(monday), false);
        assertThat(first.get("created")).hasSize(2);
        assertThat(first.get("ignoredColumns")).hasSize(1);
        assertThat(first.at("/problems/0/line").asInt()).isEqualTo(5);

        JsonNode second = send(week(monday), false);
        assertThat(second.get("created")).isEmpty();
        assertThat(second.get("updated")).isEmpty();
        assertThat(second.get("unchanged").asInt()).isEqualTo(2);
        assertThat(agent.get(API + "days/" + monday.plusDays(1))
                        .json()
                        .get("closedReason")
                        .asText())
                .isEqualTo("jour férié");
    }

    @Test
    void a_file_is_read_then_confirmed_through_pages() {
        LocalDate monday = Given.monday(2);
        String review = Given.path(
                agent.postParts(ROOT + "import", Given.file(week(monday))).location());
        Document page = Jsoup.parse(agent.get(review).body());
        assertThat(page.text())
                .contains("2 jours nouveaux", "Betteraves", "menus.csv, ligne 5, colonne menuDate", "couleur");
        String mark = page.select("input[name=mark]").val();

        assertThat(agent.postForm(review + "/confirmation", "mark", "autre").status())
                .isEqualTo(409);
        assertThat(agent.get(API + "days/" + monday).status()).isEqualTo(404);

        Answer done = agent.postForm(review + "/confirmation", "mark", mark);
        assertThat(Given.path(done.location())).isEqualTo(ROOT + "prepare/" + monday);
        assertThat(agent.get(API + "days/" + monday).json().get("state").asText())
                .isEqualTo("DRAFT");
        assertThat(agent.get(review).status()).isEqualTo(404);
    }

    @Test
    void a_waiting_file_is_its_senders_alone() {
        String review = Given.path(agent.postParts(ROOT + "import", Given.file(week(Given.monday(3))))
                .location());
        Client colleague = ent.as(ent.school().administrator());
        assertThat(colleague.get(review).status()).isEqualTo(404);
        assertThat(ent.as(ent.otherSchool().agent()).get(review).status()).isEqualTo(404);
        assertThat(agent.postForm(review + "/abandon").status()).isEqualTo(303);
        assertThat(agent.get(review).status()).isEqualTo(404);
    }

    @Test
    void what_cannot_be_read_is_said_in_the_form() {
        Answer answer = agent.postParts(ROOT + "import", Given.file(Given.csv("nom;prix", "Riz;2")));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).text())
                .contains("Rien n’a été changé", "menus.csv, ligne 1", "colonnes attendues");
        assertThat(agent.postParts(ROOT + "import", new fr.preau.testkit.Multipart().field("target", "FILE"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void what_is_exported_and_imported_again_changes_nothing() {
        LocalDate monday = Given.monday(4);
        send(week(monday), false);
        agent.postJson(API + "weeks/" + monday + "/publication", Map.of());
        String address = ROOT + "export/menus-collectifs.csv?from=" + monday + "&to=" + monday.plusDays(6);
        assertThat(Given.path(agent.get(address).location())).isEqualTo(ROOT + "export");
        agent.putJson(
                API + "publisher",
                Map.of("name", "Commune d’Essai", "siret", "732 829 320 00074", "kitchenName", "Cuisine d’Essai"));
        Answer file = agent.get(address);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
        assertThat(file.body().lines()).hasSize(3);
        assertThat(file.body()).contains("\"[\"\"céréales contenant du gluten\"\",\"\"poissons\"\"]\"");
        JsonNode again = send(file.body().getBytes(java.nio.charset.StandardCharsets.UTF_8), true);
        assertThat(again.get("unchanged").asInt()).isEqualTo(1);
        assertThat(List.of(
                        again.get("created").size(),
                        again.get("updated").size(),
                        again.get("problems").size()))
                .containsOnly(0);
    }
}
