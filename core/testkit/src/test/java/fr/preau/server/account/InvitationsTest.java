package fr.preau.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Profile;
import fr.preau.server.Ent;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Activation codes: what each is good for, and how often. */
class InvitationsTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    @TempDir
    Path data;

    private static Answer activate(Client client, String code, String login, String password) {
        return client.postForm(
                "/activation", "code", code, "login", login, "password", password, "password2", password);
    }

    private static void sql(String statement) throws SQLException {
        try (Connection admin = ent.database();
                Statement run = admin.createStatement()) {
            run.execute(statement);
        }
    }

    @Test
    void a_code_makes_one_account_once() {
        NewPerson guardian = NewPerson.guardian(ent);
        String code = guardian.code();
        String spare = guardian.code();
        Client client = ent.anonymous();
        assertThat(client.get("/activation?code=" + code).body()).contains("Prénom");
        assertThat(activate(client, code, "x", NewPerson.PASSWORD).status()).isEqualTo(422);
        assertThat(activate(client, code, guardian.login(), "court").status()).isEqualTo(422);
        assertThat(activate(client, code, ent.school().head().login(), NewPerson.PASSWORD)
                        .body())
                .contains("utilise déjà cet identifiant");
        Answer done = activate(
                client, " " + code.substring(0, 4) + "-" + code.substring(4), guardian.login(), NewPerson.PASSWORD);
        assertThat(done.status()).isEqualTo(303);
        assertThat(client.get("/api/core/me").json().get("personId").asText())
                .isEqualTo(guardian.id().toString());
        for (String gone : List.of(code, spare)) {
            assertThat(ent.anonymous().get("/activation?code=" + gone).status()).isEqualTo(422);
            assertThat(activate(ent.anonymous(), gone, "un.autre", NewPerson.PASSWORD)
                            .body())
                    .contains("a déjà servi");
        }
    }

    @Test
    void sent_twice_at_once_it_makes_one_account() throws Exception {
        NewPerson guardian = NewPerson.guardian(ent);
        String code = guardian.code();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Answer>> answers = both.invokeAll(List.of(
                    () -> activate(ent.anonymous(), code, "premier." + guardian.login(), NewPerson.PASSWORD),
                    () -> activate(ent.anonymous(), code, "second." + guardian.login(), NewPerson.PASSWORD)));
            assertThat(List.of(
                            answers.get(0).get().status(), answers.get(1).get().status()))
                    .containsExactlyInAnyOrder(303, 422);
        } finally {
            both.shutdown();
        }
    }

    @Test
    void an_expired_code_and_an_unknown_one_say_what_to_do() throws Exception {
        NewPerson guardian = NewPerson.guardian(ent);
        String code = guardian.code();
        sql("update system.activation set expires_at = now() - interval '1 minute' where person_id = '" + guardian.id()
                + "'");
        Answer expired = ent.anonymous().get("/activation?code=" + code);
        assertThat(expired.status()).isEqualTo(422);
        assertThat(expired.body()).contains("n’est plus valable");
        assertThat(activate(ent.anonymous(), code, guardian.login(), NewPerson.PASSWORD)
                        .status())
                .isEqualTo(422);
        Answer unknown = ent.anonymous().get("/activation?code=AAAA-BBBB-CCCC");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("n’existe pas");
    }

    @Test
    void a_suspended_persons_code_opens_nothing() {
        NewPerson guardian = NewPerson.guardian(ent);
        String code = guardian.code();
        guardian.suspend(ent.as(ent.school().administrator()));
        assertThat(ent.anonymous().get("/activation?code=" + code).status()).isEqualTo(422);
        assertThat(activate(ent.anonymous(), code, guardian.login(), NewPerson.PASSWORD)
                        .status())
                .isEqualTo(422);
        ent.as(ent.school().administrator()).postForm("/console/personnes/" + guardian.id() + "/retablir");
        assertThat(activate(ent.anonymous(), code, guardian.login(), NewPerson.PASSWORD)
                        .status())
                .isEqualTo(303);
    }

    @Test
    void guessing_codes_is_stopped_for_the_address_it_comes_from() throws Exception {
        String good = NewPerson.in(ent, ent.school(), Profile.TEACHER).code();
        try (Ent proxied = Nodes.behindProxy(ent, data)) {
            for (int i = 0; i <= Attempts.ALLOWED; i++) {
                var wrong = Http.get(proxied, "/activation?code=AAAA" + (2000 + i), "X-Forwarded-For", "192.0.2.7");
                assertThat(wrong.body()).contains("n’existe pas");
            }
            String path = "/activation?code=" + good;
            assertThat(Http.get(proxied, path, "X-Forwarded-For", "192.0.2.7").body())
                    .contains("Trop d’essais");
            assertThat(Http.get(proxied, path, "X-Forwarded-For", "192.0.2.8").statusCode())
                    .as("another family")
                    .isEqualTo(200);
            assertThat(Http.get(proxied, path, "X-Forwarded-For", "198.51.100.1, 192.0.2.7")
                            .body())
                    .as("what the client adds in front of what the proxy wrote is not believed")
                    .contains("Trop d’essais");
            assertThat(Http.get(proxied, path, "X-Forwarded-For", "192.0.2.7", "Forwarded", "for=198.51.100.2")
                            .body())
                    .as("nor what the proxy passes on unread")
                    .contains("Trop d’essais");
        }
    }

    @Test
    void without_a_proxy_in_the_settings_nobody_chooses_their_address() throws Exception {
        String good = NewPerson.in(ent, ent.school(), Profile.TEACHER).code();
        try (Ent plain = Nodes.plain(ent, data)) {
            for (int i = 0; i <= Attempts.ALLOWED; i++) {
                Http.get(plain, "/activation?code=AAAA" + (2000 + i), "X-Forwarded-For", "192.0.2." + i);
            }
            assertThat(Http.get(
                                    plain,
                                    "/activation?code=" + good,
                                    "X-Forwarded-For",
                                    "192.0.2.200",
                                    "Forwarded",
                                    "for=192.0.2.201")
                            .body())
                    .contains("Trop d’essais");
        }
    }
}
