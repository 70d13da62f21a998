package fr.preau.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Profile;
import fr.preau.server.Ent;
import fr.preau.server.Quiet;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer carries, and which requests nobody meant to send. */
class GatewayTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare().with(NotesPlugin.jar());

    @RegisterExtension
    static final Quiet quiet = Quiet.about("fr.preau.server.http.Errors");

    @TempDir
    Path data;

    private static String cookie() {
        return Sessions.COOKIE + "=" + ent.as(Profile.TEACHER).cookies().get(Sessions.COOKIE);
    }

    @ParameterizedTest
    @CsvSource({
        "303, GET, /connexion",
        "200, GET, /",
        "200, GET, /mot-de-passe",
        "404, GET, /pas/une/page",
        "405, DELETE, /connexion",
        "404, GET, /api/core/rien",
        "200, GET, /api/core/me",
        "200, GET, /health/ready",
        "200, GET, /openapi.json",
        "200, GET, /assets/preau.css",
        "404, GET, /assets/rien.css",
        "200, GET, /apps/notes/",
        "302, GET, /apps/notes",
        "404, GET, /apps/notes/rien",
        "500, GET, /apps/notes/panne",
        "404, GET, /apps/inconnu/",
        "200, GET, /apps/notes/api/notes",
        "415, POST, /apps/notes/api/notes",
        "200, GET, /apps/notes/static/notes.css",
        "404, GET, /apps/notes/static/rien.css",
        "400, GET, /%C0%AF",
        "403, GET, /console/import"
    })
    void every_answer_says_what_a_browser_may_do_with_it(int status, String method, String path) throws Exception {
        HttpResponse<String> answer = Http.send(ent.server(), method, path, "", "Cookie", cookie());
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("none"))
                .as(status + " " + path + "\n" + answer)
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        if (!path.contains("/static/") && !path.startsWith("/assets/")) {
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        }
        assertThat(answer.body()).doesNotContain("IllegalState", "at fr.preau", "jetty", "Jetty");
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/connexion", "/deconnexion", "/charte", "/apps/notes/", "/apps/notes/api/notes", "/rien"})
    void what_another_site_made_a_browser_send_is_refused(String path) throws Exception {
        String own = ent.server().address().toString();
        String[][] foreign = {
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"},
            {"Sec-Fetch-Site", "cross-site", "Origin", own},
            {"Origin", "https://ailleurs.exemple"},
            {"Origin", "null"},
            {"Origin", own.replace("http:", "https:")},
            {"Origin", own + "1"},
            {"Origin", "http://localhost"},
        };
        for (String[] headers : foreign) {
            HttpResponse<String> answer = Http.post(ent.server(), path, "", with(headers));
            assertThat(answer.statusCode()).as(String.join(" ", headers)).isEqualTo(403);
            assertThat(answer.body()).contains("Rien n’a changé");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        }
        assertThat(Http.get(ent.server(), "/apps/notes/api/notes", "Cookie", cookie())
                        .body())
                .isEqualTo("[]");
    }

    private static String[] with(String[] headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Cookie";
        all[headers.length + 1] = cookie();
        return all;
    }

    @Test
    void a_browser_on_our_own_page_and_a_program_pass() throws Exception {
        String own = ent.server().address().toString();
        String[][] ours = {{"Sec-Fetch-Site", "same-origin"}, {"Sec-Fetch-Site", "none"}, {"Origin", own}, {}};
        for (String[] headers : ours) {
            assertThat(Http.post(ent.server(), "/charte", "", with(headers)).statusCode())
                    .as(String.join(" ", headers))
                    .isEqualTo(303);
        }
        assertThat(Http.get(ent.server(), "/", "Cookie", cookie(), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .as("a link from elsewhere")
                .isEqualTo(200);
    }

    @Test
    void behind_a_proxy_the_public_address_is_ours() throws Exception {
        Client guardian = NewPerson.guardian(ent).withAccount().signedIn();
        String cookie = Sessions.COOKIE + "=" + guardian.cookies().get(Sessions.COOKIE);
        try (Ent proxied = Nodes.behindProxy(ent, data)) {
            String[] https = {"X-Forwarded-Proto", "https", "X-Forwarded-Host", "ent.exemple.fr", "Cookie", cookie};
            assertThat(proxied(proxied, https, "https://ent.exemple.fr")).isEqualTo(303);
            assertThat(proxied(proxied, https, "https://ailleurs.exemple")).isEqualTo(403);
            assertThat(proxied(proxied, https, "http://ent.exemple.fr")).isEqualTo(403);
            assertThat(proxied(proxied, https, proxied.address().toString())).isEqualTo(403);
        }
        String[] unasked = {"X-Forwarded-Proto", "https", "X-Forwarded-Host", "ent.exemple.fr", "Cookie", cookie};
        assertThat(proxied(ent.server(), unasked, "https://ent.exemple.fr"))
                .as("without PREAU_PROXY these headers are anybody's")
                .isEqualTo(403);
    }

    private static int proxied(Ent server, String[] headers, String origin) throws Exception {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Origin";
        all[headers.length + 1] = origin;
        return Http.post(server, "/charte", "", all).statusCode();
    }
}
