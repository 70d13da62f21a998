package fr.preau.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Profile;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what those who don't are told. */
class SignInTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    private static Answer signIn(String login, String password) {
        return ent.anonymous().postForm("/connexion", "login", login, "password", password);
    }

    @Test
    void login_and_password_open_a_session_whatever_the_case_of_the_login() {
        NewPerson guardian = NewPerson.guardian(ent).withAccount();
        Client client = ent.anonymous();
        Answer in = client.postForm(
                "/connexion",
                "login",
                " Nouveau" + guardian.login().substring(7) + " ",
                "password",
                NewPerson.PASSWORD);
        assertThat(in.status()).isEqualTo(303);
        assertThat(client.get("/api/core/me").json().get("personId").asText())
                .isEqualTo(guardian.id().toString());
        assertThat(client.putJson("/api/core/charter", Map.of()).status()).isEqualTo(204);
        assertThat(client.get("/connexion").location()).endsWith("/");
        assertThat(client.postForm("/deconnexion").location()).endsWith("/connexion");
        assertThat(client.get("/api/core/me").status()).isEqualTo(401);
    }

    @Test
    void a_wrong_password_and_an_unknown_login_get_the_same_answer() {
        NewPerson guardian = NewPerson.guardian(ent).withAccount();
        Answer wrong = signIn(guardian.login(), "ce n'est pas celui-là");
        Answer unknown = signIn("personne.inconnue", "ce n'est pas celui-là");
        assertThat(wrong.status()).isEqualTo(422).isEqualTo(unknown.status());
        assertThat(wrong.body().replace(guardian.login(), "L"))
                .isEqualTo(unknown.body().replace("personne.inconnue", "L"));
        Answer wrongJson =
                ent.anonymous().postJson("/api/core/session", Map.of("login", guardian.login(), "password", "non"));
        Answer unknownJson =
                ent.anonymous().postJson("/api/core/session", Map.of("login", "personne.inconnue", "password", "non"));
        assertThat(wrongJson.status()).isEqualTo(401).isEqualTo(unknownJson.status());
        assertThat(wrongJson.body()).isEqualTo(unknownJson.body());
        assertThat(wrongJson.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void five_wrong_passwords_close_an_account_for_a_while_and_no_other() throws Exception {
        NewPerson guessed = NewPerson.guardian(ent).withAccount();
        NewPerson other = NewPerson.guardian(ent).withAccount();
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(guessed.login(), "essai " + i).status()).isEqualTo(422);
        }
        assertThat(signIn(guessed.login(), NewPerson.PASSWORD).status())
                .as("even the right one waits")
                .isEqualTo(429);
        assertThat(signIn(other.login(), NewPerson.PASSWORD).status()).isEqualTo(303);
        try (Connection admin = ent.database();
                Statement statement = admin.createStatement()) {
            statement.execute("update system.account set locked_until = now() where login = '" + guessed.login() + "'");
        }
        assertThat(signIn(guessed.login(), NewPerson.PASSWORD).status()).isEqualTo(303);
        assertThat(signIn(guessed.login(), "encore un faux").status())
                .as("the right one made the failures forgotten")
                .isEqualTo(422);
        assertThat(signIn(guessed.login(), NewPerson.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void who_was_suspended_is_told_so_once_the_password_is_right() {
        NewPerson suspended = NewPerson.guardian(ent).withAccount();
        suspended.suspend(ent.as(ent.school().administrator()));
        assertThat(signIn(suspended.login(), "ce n'est pas celui-là").body()).doesNotContain("suspendu");
        Answer refused = signIn(suspended.login(), NewPerson.PASSWORD);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("suspendu");
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
        ent.as(ent.school().administrator()).postForm("/console/personnes/" + suspended.id() + "/retablir");
        assertThat(signIn(suspended.login(), NewPerson.PASSWORD).status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//ailleurs.exemple",
                "https://ailleurs.exemple/",
                "/\\ailleurs.exemple",
                "\\\\ailleurs.exemple",
                "/%5Cailleurs",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=y",
                "/.//ailleurs.exemple",
                "ailleurs.exemple",
                " //ailleurs.exemple",
                "/@ailleurs.exemple",
                "/services?x=//ailleurs"
            })
    void nobody_is_led_to_another_site(String next) throws Exception {
        NewPerson guardian = NewPerson.guardian(ent).withAccount();
        HttpResponse<String> in = Http.post(
                ent.server(),
                "/connexion",
                "login=" + guardian.login() + "&password="
                        + java.net.URLEncoder.encode(NewPerson.PASSWORD, java.nio.charset.StandardCharsets.UTF_8)
                        + "&suite=" + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(in.statusCode()).isEqualTo(303);
        String location = in.headers().firstValue("Location").orElseThrow();
        java.net.URI led = ent.server().address().resolve(location);
        assertThat(led.getAuthority()).isEqualTo(ent.server().address().getAuthority());
        assertThat(led.getRawPath()).doesNotStartWith("//").doesNotContain("\\");
    }

    @Test
    void after_signing_in_people_are_where_they_wanted_to_go() {
        NewPerson guardian = NewPerson.guardian(ent).withAccount();
        Answer asked = ent.anonymous().get("/compte");
        assertThat(asked.location()).contains("/connexion?suite=%2Fcompte");
        Answer in = ent.anonymous()
                .postForm("/connexion", "login", guardian.login(), "password", NewPerson.PASSWORD, "suite", "/compte");
        assertThat(in.location()).endsWith("/compte");
    }

    @Test
    void a_profile_is_said_by_its_sdet_code() {
        assertThat(ent.as(Profile.GUARDIAN)
                        .get("/api/core/me")
                        .json()
                        .get("profile")
                        .asText())
                .isEqualTo("National_TUT");
    }
}
