package fr.preau.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.server.Ent;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How long a session lasts, and what ends it. */
class SessionsTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    @TempDir
    Path data;

    private static int me(Client client) {
        return client.get("/api/core/me").status();
    }

    private static String cookie(Client client) {
        return Sessions.COOKIE + "=" + client.cookies().get(Sessions.COOKIE);
    }

    @Test
    void a_session_survives_a_restart() throws Exception {
        Client guardian = NewPerson.guardian(ent).withAccount().signedIn();
        try (Ent again = Nodes.plain(ent, data)) {
            HttpResponse<String> me = Http.get(again, "/api/core/me", "Cookie", cookie(guardian));
            assertThat(me.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void one_closes_ones_own_sessions_elsewhere_and_nobody_elses() {
        NewPerson person = NewPerson.guardian(ent).withAccount();
        Client here = person.signedIn();
        Client elsewhere = person.signedIn();
        Client third = person.signedIn();
        Client stranger = NewPerson.guardian(ent).withAccount().signedIn();
        String account = here.get("/compte").body();
        Matcher closing = Pattern.compile("/compte/sessions/[0-9a-f]+/fermer").matcher(account);
        assertThat(closing.find()).isTrue();
        assertThat(stranger.postForm(closing.group()).status()).isEqualTo(404);
        assertThat(me(elsewhere) + me(third)).isEqualTo(400);
        assertThat(here.postForm(closing.group()).status()).isEqualTo(303);
        assertThat(me(elsewhere) + me(third)).isEqualTo(601);
        assertThat(here.postForm("/compte/sessions/autres/fermer").status()).isEqualTo(303);
        assertThat(me(elsewhere) + me(third)).isEqualTo(802);
        assertThat(me(here)).isEqualTo(200);
        assertThat(me(stranger)).isEqualTo(200);
    }

    @Test
    void a_cookie_that_was_signed_out_opens_nothing_any_more() throws Exception {
        Client client = NewPerson.guardian(ent).withAccount().signedIn();
        String cookie = cookie(client);
        client.postForm("/deconnexion");
        assertThat(Http.get(ent.server(), "/api/core/me", "Cookie", cookie).statusCode())
                .isEqualTo(401);
        Client program = NewPerson.guardian(ent).withAccount().signedIn();
        assertThat(program.delete("/api/core/session").status()).isEqualTo(204);
        assertThat(me(program)).isEqualTo(401);
    }

    @Test
    void a_suspension_ends_open_sessions_with_the_next_request() {
        NewPerson person = NewPerson.guardian(ent).withAccount();
        Client client = person.signedIn();
        assertThat(me(client)).isEqualTo(200);
        person.suspend(ent.as(ent.school().administrator()));
        assertThat(me(client)).isEqualTo(401);
        assertThat(client.get("/compte").location()).contains("/connexion");
    }

    @Test
    void a_new_password_closes_the_other_sessions() {
        NewPerson person = NewPerson.guardian(ent).withAccount();
        Client here = person.signedIn();
        Client elsewhere = person.signedIn();
        String chosen = "quatre mots bien choisis";
        Answer refused = change(here, "pas celui-là, non", chosen);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(change(here, NewPerson.PASSWORD, NewPerson.PASSWORD).status())
                .as("the same again")
                .isEqualTo(422);
        assertThat(change(here, NewPerson.PASSWORD, "court").status()).isEqualTo(422);
        assertThat(me(elsewhere)).isEqualTo(200);
        assertThat(change(here, NewPerson.PASSWORD, chosen).status()).isEqualTo(303);
        assertThat(me(here)).isEqualTo(200);
        assertThat(me(elsewhere)).isEqualTo(401);
        Client again = ent.anonymous();
        assertThat(again.postForm("/connexion", "login", person.login(), "password", chosen)
                        .status())
                .isEqualTo(303);
    }

    private static Answer change(Client client, String present, String chosen) {
        return client.postForm("/mot-de-passe", "current", present, "password", chosen, "password2", chosen);
    }

    @Test
    void no_script_and_no_other_site_gets_at_the_cookie() throws Exception {
        NewPerson person = NewPerson.guardian(ent).withAccount();
        String form = "login=" + person.login() + "&password=" + NewPerson.PASSWORD.replace(' ', '+');
        HttpResponse<String> in = Http.post(ent.server(), "/connexion", form, "X-Forwarded-Proto", "https");
        assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Path=/;", "Max-Age=1209600")
                .doesNotContainIgnoringCase("secure")
                .doesNotContainIgnoringCase("domain");
        HttpResponse<String> out = Http.post(ent.server(), "/deconnexion", "", "Cookie", Http.cookie(in));
        assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0", "Path=/", "HttpOnly");

        try (Ent proxied = Nodes.behindProxy(ent, data)) {
            HttpResponse<String> safe = Http.post(
                    proxied, "/connexion", form, "X-Forwarded-Proto", "https", "X-Forwarded-Host", "ent.exemple.fr");
            assertThat(safe.statusCode()).isEqualTo(303);
            assertThat(safe.headers().firstValue("Set-Cookie").orElseThrow())
                    .contains("HttpOnly", "SameSite=Lax", "Path=/;")
                    .containsIgnoringCase(";secure");
            assertThat(safe.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void a_made_up_cookie_is_nobody() throws Exception {
        for (String value : new String[] {"", "x", "..", "%00", "a".repeat(4000), "'; drop table system.session; --"}) {
            HttpResponse<String> me = Http.get(ent.server(), "/api/core/me", "Cookie", Sessions.COOKIE + "=" + value);
            assertThat(me.statusCode()).as(value).isEqualTo(401);
        }
    }
}
