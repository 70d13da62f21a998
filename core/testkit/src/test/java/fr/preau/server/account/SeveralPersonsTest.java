package fr.preau.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Profile;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One account, persons in several ENTs: a guardian with children in two communes. */
class SeveralPersonsTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    private final NewPerson here = NewPerson.guardian(ent).withAccount();
    private final NewPerson there = NewPerson.in(ent, ent.otherSchool(), Profile.GUARDIAN);

    private Answer join(Client client, String code, String password) {
        return client.postForm("/activation/compte", "code", code, "known", here.login(), "secret", password);
    }

    private static String who(Client client) {
        return client.get("/api/core/me").json().get("personId").asText();
    }

    /** The account that opens both ENTs, signed in where it was first. */
    private Client both() {
        assertThat(join(ent.anonymous(), there.code(), NewPerson.PASSWORD).status())
                .isEqualTo(303);
        return here.signedIn();
    }

    @Test
    void a_code_joins_an_account_that_exists_and_opens_the_new_ent() {
        String code = there.code();
        Client client = ent.anonymous();
        assertThat(client.get("/activation?code=" + code).body()).contains("J’ai déjà un compte", "activation/compte");
        assertThat(join(client, code, NewPerson.PASSWORD).status()).isEqualTo(303);
        assertThat(who(client)).isEqualTo(there.id().toString());
        assertThat(join(ent.anonymous(), code, NewPerson.PASSWORD).body()).contains("a déjà servi");
        var persons = client.get("/api/core/me").json().get("persons");
        assertThat(persons.findValuesAsText("personId"))
                .containsExactlyInAnyOrder(here.id().toString(), there.id().toString());
        assertThat(persons.get(0).get("profile").asText()).isEqualTo("National_TUT");
        assertThat(persons.findValuesAsText("tenant")).doesNotHaveDuplicates();
    }

    @Test
    void a_wrong_password_counts_as_at_sign_in() {
        String code = there.code();
        Client client = ent.anonymous();
        for (int i = 0; i < 5; i++) {
            Answer wrong = join(client, code, "un faux");
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(Jsoup.parse(wrong.body())
                            .select("details[open] #secret-erreur")
                            .text())
                    .contains("ne vont pas ensemble");
        }
        assertThat(join(client, code, NewPerson.PASSWORD).status()).isEqualTo(429);
        assertThat(client.postForm("/connexion", "login", here.login(), "password", NewPerson.PASSWORD)
                        .status())
                .isEqualTo(429);
        assertThat(client.get("/activation?code=" + code).status())
                .as("the code still works")
                .isEqualTo(200);
    }

    @Test
    void who_is_signed_in_adds_a_code_from_their_account() {
        Client client = here.signedIn();
        assertThat(client.get("/").body()).doesNotContain("compte/espace");
        Answer wrong = client.postForm("/compte/codes", "code", "ABCD-EFGH-JKMN");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(Jsoup.parse(wrong.body()).select("#code-erreur").text()).contains("n’existe pas");
        String code = there.code();
        assertThat(client.get("/activation?code=" + code).body()).contains("Ajouter à mon compte");
        assertThat(client.postForm("/compte/codes", "code", code.toLowerCase(java.util.Locale.ROOT))
                        .location())
                .endsWith("/compte");
        assertThat(who(client)).as("still where they were").isEqualTo(here.id().toString());
        assertThat(client.get("/compte").body()).contains("ENT de l’École du Double");
        assertThat(client.postForm("/compte/codes", "code", code).status()).isEqualTo(422);
    }

    @Test
    void one_goes_from_one_ent_to_the_other_and_back() {
        Client client = both();
        String before = String.valueOf(client.cookies().get(Sessions.COOKIE));
        var home = Jsoup.parse(client.get("/").body());
        assertThat(home.select("form[action=/compte/espace] [name=person]").attr("value"))
                .isEqualTo(there.id().toString());
        assertThat(home.select("form[action=/compte/espace] button").text())
                .isEqualTo("Aller dans cet espace : ENT de l’École du Double");
        assertThat(client.postForm("/compte/espace", "person", there.id().toString())
                        .status())
                .isEqualTo(303);
        assertThat(who(client)).isEqualTo(there.id().toString());
        assertThat(client.get("/").location())
                .as("the charter of the other ENT")
                .contains("/charte");
        client.postForm("/charte");
        assertThat(client.get("/").body())
                .contains("ENT de l’École du Double", here.id().toString());
        assertThat(client.cookies().get(Sessions.COOKIE)).isNotEqualTo(before);
        assertThat(client.putJson("/api/core/session/person", Map.of("personId", here.id()))
                        .status())
                .isEqualTo(204);
        assertThat(who(client)).isEqualTo(here.id().toString());
        assertThat(here.signedIn().get("/compte").body()).contains("compte/sessions/");
    }

    @Test
    void the_token_from_before_opens_nothing_any_more() throws Exception {
        Client client = both();
        String before = Sessions.COOKIE + "=" + client.cookies().get(Sessions.COOKIE);
        client.postForm("/compte/espace", "person", there.id().toString());
        assertThat(Http.get(ent.server(), "/api/core/me", "Cookie", before).statusCode())
                .isEqualTo(401);
    }

    @Test
    void nobody_goes_on_as_somebody_else() throws Exception {
        Client client = both();
        for (UUID other : new UUID[] {
            ent.school().head().id(), ent.otherSchool().guardian().id(), UUID.randomUUID()
        }) {
            assertThat(client.postForm("/compte/espace", "person", other.toString())
                            .status())
                    .isEqualTo(404);
            assertThat(client.putJson("/api/core/session/person", Map.of("personId", other))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(client.postForm("/compte/espace", "person", "pas un identifiant")
                        .status())
                .isEqualTo(404);
        assertThat(client.postForm("/compte/espace").status()).isEqualTo(404);
        assertThat(client.putJson("/api/core/session/person", Map.of()).status())
                .isEqualTo(422);
        assertThat(who(client)).isEqualTo(here.id().toString());
        String cookie = Sessions.COOKIE + "=" + client.cookies().get(Sessions.COOKIE);
        assertThat(Http.post(
                                ent.server(),
                                "/compte/espace",
                                "person=" + there.id(),
                                "Cookie",
                                cookie,
                                "Sec-Fetch-Site",
                                "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(ent.anonymous()
                        .postForm("/compte/espace", "person", there.id().toString())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void suspended_persons_are_not_offered() {
        Client client = both();
        Client mayor = ent.as(ent.otherSchool().administrator());
        there.suspend(mayor);
        assertThat(client.get("/").body()).doesNotContain(there.id().toString());
        assertThat(client.get("/api/core/me").json().get("persons")).hasSize(1);
        assertThat(client.postForm("/compte/espace", "person", there.id().toString())
                        .status())
                .isEqualTo(404);
        assertThat(client.get("/").status()).as("the other ENT goes on").isEqualTo(200);
        here.suspend(ent.as(ent.school().administrator()));
        assertThat(who(ent.as(ent.school().administrator()))).isNotEmpty();
        assertThat(client.get("/api/core/me").status()).isEqualTo(401);
    }

    @Test
    void a_pupils_account_is_theirs_alone() {
        NewPerson pupil = NewPerson.in(ent, ent.school(), Profile.PUPIL);
        String code = pupil.code();
        assertThat(ent.anonymous().get("/activation?code=" + code).body()).doesNotContain("activation/compte");
        assertThat(join(ent.anonymous(), code, NewPerson.PASSWORD).body()).contains("à lui seul");
        assertThat(here.signedIn().postForm("/compte/codes", "code", code).status())
                .isEqualTo(422);
        Client child = pupil.withAccount().signedIn();
        assertThat(child.get("/compte").body()).doesNotContain("compte/codes");
        assertThat(child.postForm("/compte/codes", "code", there.code()).status())
                .isEqualTo(422);
    }

    @Test
    void who_leads_one_ent_opens_nothing_of_another() {
        Client client = both();
        Client mayor = ent.as(ent.otherSchool().administrator());
        Answer reset = mayor.postForm("/console/personnes/" + there.id() + "/mot-de-passe");
        String secret = Jsoup.parse(reset.body()).select(".secret, .code, code").text();
        assertThat(reset.status()).isEqualTo(200);
        assertThat(reset.body()).contains("Voici le code d’activation").doesNotContain("Voici le nouveau mot de passe");
        assertThat(secret).isNotEmpty();
        assertThat(who(client))
                .as("the account and its session go on")
                .isEqualTo(here.id().toString());
        assertThat(client.get("/api/core/me").json().get("persons")).hasSize(1);
        assertThat(here.signedIn().get("/api/core/me").status()).isEqualTo(200);
    }

    @Test
    void the_pages_are_for_everybody() {
        both().postForm("/deconnexion");
        var browser = ent.browser();
        var page = browser.anonymous();
        page.navigate("/activation?code=" + NewPerson.guardian(ent).code());
        page.click("summary");
        browser.check(page);
        page.navigate("/connexion");
        page.fill("[name=login]", here.login());
        page.fill("[name=password]", NewPerson.PASSWORD);
        page.press("[name=password]", "Enter");
        page.waitForURL(ent.server().address() + "/");
        browser.check(page);
        page.click("text=Aller dans cet espace");
        page.click("main button");
        assertThat(page.textContent("header")).contains("ENT de l’École du Double");
        page.navigate("/compte");
        browser.check(page);
        browser.close(page);
    }
}
