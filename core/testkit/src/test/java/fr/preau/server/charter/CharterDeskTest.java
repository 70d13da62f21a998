package fr.preau.server.charter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Profile;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writing a charter in the console. */
class CharterDeskTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    private static Desk desk(Audience audience) {
        return new Desk(ent.as(ent.school().administrator()), audience);
    }

    private static List<String> articles(Desk desk) {
        return Jsoup.parse(desk.administrator()
                        .get(desk.path() + "/brouillon/apercu")
                        .body())
                .select(".charter .list h2")
                .eachText();
    }

    @Test
    void articles_are_added_moved_and_removed_without_a_script() {
        Desk desk = desk(Audience.TOWN);
        List<String> fields = desk.start();
        List<String> before = articles(desk);
        assertThat(before).hasSize(5);
        Answer added = desk.press(fields, "ajouter");
        assertThat(added.location()).endsWith("/brouillon#article-5");
        fields = desk.fields();
        Desk.set(fields, "article.5.title", "La sixième <b>règle</b>");
        Desk.set(fields, "article.5.icon", "trees");
        assertThat(desk.press(fields, "monter-5").location()).endsWith("#article-4");
        assertThat(desk.press(desk.fields(), "retirer-0").status()).isEqualTo(303);
        assertThat(desk.press(desk.fields(), "descendre-0").location()).endsWith("#article-1");
        assertThat(articles(desk))
                .containsExactly(before.get(2), before.get(1), before.get(3), "La sixième <b>règle</b>", before.get(4));
        for (String nonsense : List.of("monter-99", "monter-0", "descendre-4", "retirer--1", "monter-x", "rien", "")) {
            assertThat(desk.press(desk.fields(), nonsense).status())
                    .as(nonsense)
                    .isEqualTo(303);
        }
        assertThat(articles(desk)).hasSize(5);
        assertThat(version(desk)).as("nobody sees a draft").isEqualTo(1);
        String compared =
                desk.administrator().get(desk.path() + "/brouillon/comparer").body();
        assertThat(compared).contains("retiré", "déplacé", "ajouté");
        assertThat(desk.administrator()
                        .postForm(desk.path() + "/brouillon/abandonner")
                        .status())
                .isEqualTo(303);
        assertThat(desk.administrator().get(desk.path() + "/brouillon/apercu").status())
                .isEqualTo(404);
        assertThat(desk.administrator().get(desk.path() + "/brouillon").location())
                .endsWith(desk.path());
    }

    private static int version(Desk desk) {
        return desk.administrator()
                .get("/api/core/charter")
                .json()
                .at("/charter/version")
                .asInt();
    }

    @Test
    void a_draft_is_published_with_a_note_and_its_history_kept() {
        Desk desk = desk(Audience.SCHOOL);
        Client head = ent.as(Profile.HEAD);
        List<String> fields = desk.start();
        Desk.set(fields, "title", "Travailler ensemble");
        assertThat(desk.press(fields, "publier").location()).endsWith("/brouillon/publier");
        Document last = Jsoup.parse(
                desk.administrator().get(desk.path() + "/brouillon/publier").body());
        assertThat(last.text()).contains("5 personnes devront accepter", "accepté la version 1 :");
        assertThat(desk.publish("").status()).isEqualTo(422);
        Answer stale = desk.administrator().postForm(desk.path() + "/brouillon/publier", "revision", "1", "note", "x");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("rien n’est publié", "x</textarea>");
        assertThat(head.get("/console").status()).isEqualTo(200);
        assertThat(desk.publish("Un nouveau titre.\nRien d’autre.").status()).isEqualTo(303);
        assertThat(head.get("/console").location()).contains("/charte");
        assertThat(head.get("/charte").body()).contains("Un nouveau titre.\nRien d’autre.");
        head.postForm("/charte");
        String history = desk.administrator().get(desk.path()).body();
        assertThat(history).contains("Travailler ensemble", "Un nouveau titre.", "par Andréa Admin", "texte fourni");
        assertThat(desk.administrator().get(desk.path() + "/versions/1").body()).contains("La charte de l’espace");
        for (String path : List.of("/versions/3", "/versions/0x1", "/versions/99999999999", "/rien")) {
            assertThat(desk.administrator().get(desk.path() + path).status()).isEqualTo(404);
        }
        assertThat(ent.as(ent.otherSchool().administrator()).get(desk.path()).body())
                .as("another tenant has its own")
                .doesNotContain("Travailler ensemble");
        assertThat(ent.as(ent.otherSchool().head()).get("/console").status()).isEqualTo(200);
    }

    @Test
    void two_who_write_at_once_lose_nothing() {
        Desk desk = desk(Audience.GUEST);
        List<String> mine = desk.start();
        List<String> yours = desk.fields();
        Desk.set(mine, "intro", "Mon début");
        Desk.set(yours, "intro", "Votre début");
        assertThat(desk.press(mine, "enregistrer").status()).isEqualTo(303);
        Answer refused = desk.press(yours, "enregistrer");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Votre début", "entre-temps");
        assertThat(desk.administrator().get(desk.path() + "/brouillon").body()).contains("Mon début");
        desk.administrator().postForm(desk.path() + "/brouillon/abandonner");
        assertThat(desk.press(yours, "enregistrer").status()).isEqualTo(404);
    }

    @Test
    void what_can_not_be_taken_comes_back_with_the_form() {
        Desk desk = desk(Audience.PUPIL);
        List<String> fields = desk.start();
        Desk.set(fields, "title", " ");
        Desk.set(fields, "article.1.title", "");
        Desk.set(fields, "intro", "Gardé \u0000 ici");
        Answer refused = desk.press(fields, "publier");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Donnez un titre", "ou retirez-la", "Gardé  ici");
        assertThat(desk.press(fields, "enregistrer").status())
                .as("a draft may be unfinished")
                .isEqualTo(303);
        assertThat(desk.administrator().get(desk.path() + "/brouillon/publier").status())
                .isEqualTo(422);
        List<String> again = desk.fields();
        Desk.set(again, "article.0.text", "long ".repeat(400));
        assertThat(desk.press(again, "enregistrer").body()).contains("raccourcissez", "long long");
        again = desk.fields();
        for (int i = 0; i < 30; i++) {
            Desk.set(again, "article." + i + ".title", "règle " + i);
        }
        assertThat(desk.press(again, "enregistrer").body()).contains("20 règles au plus");
        Desk.set(again, "revision", "x");
        assertThat(desk.administrator()
                        .postForm(desk.path() + "/brouillon", "revision", "x", "title", "t")
                        .status())
                .isEqualTo(409);
        desk.administrator().postForm(desk.path() + "/brouillon/abandonner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/charte",
                "/console/charte/parents",
                "/console/charte/parents/brouillon",
                "/console/charte/parents/brouillon/apercu",
                "/console/charte/statistiques",
                "/console/charte/statistiques.csv",
                "/console/charte/attente"
            })
    void only_administrators_write(String path) {
        for (Profile profile : List.of(Profile.HEAD, Profile.TEACHER, Profile.GUARDIAN, Profile.PUPIL)) {
            assertThat(ent.as(profile).get(path).status()).as(profile + path).isEqualTo(403);
        }
        assertThat(ent.as(Profile.HEAD)
                        .postForm("/console/charte/parents/brouillon/commencer")
                        .status())
                .isEqualTo(403);
        assertThat(ent.anonymous().get(path).location()).contains("/connexion");
        assertThat(ent.as(ent.school().administrator())
                        .get("/console/charte/personne")
                        .status())
                .isEqualTo(404);
    }
}
