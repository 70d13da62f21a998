package fr.preau.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import fr.preau.testkit.SchoolPerson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The journal in the console, and what gets into it. */
class JournalTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    private final MadeUpSchool school = ent.school();
    private final Client administrator = ent.as(school.administrator());

    private long last() {
        List<Line> lines = ent.server()
                .get(Journal.class)
                .before(school.tenantId(), new Journal.Filter("", List.of(), null, null), Journal.END, 1);
        return lines.isEmpty() ? 0 : lines.get(0).seq();
    }

    private List<String> since(long seq) {
        return ent
                .server()
                .get(Journal.class)
                .before(school.tenantId(), new Journal.Filter("", List.of(), null, null), Journal.END, 1_000)
                .stream()
                .filter(line -> line.seq() > seq)
                .map(line -> line.action() + " " + line.actorName() + " " + line.subject())
                .toList();
    }

    private static Answer signIn(Client client, SchoolPerson person, String password) {
        return client.postJson("/api/core/session", Map.of("login", person.login(), "password", password));
    }

    @Test
    void coming_in_and_going_out_leave_a_line_each() {
        SchoolPerson guest = school.guest();
        long before = last();
        Client client = ent.anonymous();
        assertThat(signIn(client, guest, "un-mot-de-passe-faux").status()).isEqualTo(401);
        assertThat(since(before)).containsExactly("session.refuse " + guest.name() + " ");
        assertThat(signIn(client, guest, EntExtension.PASSWORD).status()).isEqualTo(204);
        assertThat(client.postForm("/deconnexion").status()).isEqualTo(303);
        assertThat(since(before))
                .containsExactly(
                        "session.close " + guest.name() + " ",
                        "session.open " + guest.name() + " ",
                        "session.refuse " + guest.name() + " ");
        assertThat(client.postForm("/deconnexion").status()).isEqualTo(303);
        ent.anonymous().postJson("/api/core/session", Map.of("login", "personne.du.tout", "password", "x"));
        assertThat(since(before)).hasSize(3);
    }

    @Test
    void what_is_done_to_an_account_leaves_a_line_each() {
        SchoolPerson person = school.schoolStaff();
        String path = "/console/personnes/" + person.id();
        String me = school.administrator().name();
        long before = last();
        assertThat(administrator.get(path).status()).isEqualTo(200);
        assertThat(since(before)).containsExactly("person.open " + me + " " + person.name());
        assertThat(administrator
                        .get("/console/personnes/" + school.administrator().id())
                        .status())
                .isEqualTo(200);
        assertThat(since(before)).as("one’s own sheet").hasSize(1);
        before = last();
        assertThat(administrator.postForm(path + "/suspendre").status()).isEqualTo(303);
        assertThat(administrator.postForm(path + "/retablir").status()).isEqualTo(303);
        Answer reset = administrator.postForm(path + "/mot-de-passe");
        assertThat(reset.status()).isEqualTo(200);
        assertThat(since(before))
                .containsExactly(
                        "password.reset " + me + " " + person.name(),
                        "account.restore " + me + " " + person.name(),
                        "account.suspend " + me + " " + person.name());
        before = last();
        assertThat(ent.as(school.teacher())
                        .postForm("/console/personnes/" + school.otherPupil().id() + "/suspendre")
                        .status())
                .isIn(403, 404);
        assertThat(since(before)).as("what was refused").isEmpty();
        assertThat(administrator.get("/compte/donnees").status()).isEqualTo(200);
        assertThat(since(before)).containsExactly("copy.download " + me + " ");
    }

    @Test
    void it_is_for_administrators() {
        for (SchoolPerson other : school.people()) {
            if (!other.equals(school.administrator()) && !other.equals(school.schoolStaff())) {
                for (String path : List.of("", "/journal.csv", "/journal.json")) {
                    assertThat(ent.as(other).get("/console/journal" + path).status())
                            .as(other.name())
                            .isIn(403, 404);
                }
            }
        }
        assertThat(ent.as(school.teacher())
                        .postForm("/console/journal/verifier")
                        .status())
                .isIn(403, 404);
        assertThat(administrator.get("/console").body()).contains("/console/journal");
    }

    @Test
    void lines_are_searched_and_turned_page_by_page() {
        Audit audit = ent.server().get(Audit.class);
        for (int i = 0; i < 60; i++) {
            audit.record(school.tenantId(), null, "Zoé Zénith", "service.start", "zz" + i, "");
        }
        Document first =
                Jsoup.parse(administrator.get("/console/journal?q=z%C3%A9nith").body());
        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(first.select("tbody th").get(0).text()).isEqualTo("Zoé Zénith a démarré le service « zz59 »");
        Document second = Jsoup.parse(
                administrator.get(first.select("a[rel=next]").attr("href")).body());
        assertThat(second.select("tbody tr")).hasSize(10);
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(administrator
                        .get("/console/journal?q=d%C3%A9marr%C3%A9+le+service")
                        .body())
                .contains("zz59");
        ent.server().get(Audit.class).record(school.tenantId(), null, "Zoé Zénith", "code.make", "Maëlys L’Œuf", "");
        for (String typed :
                List.of("ZENITH", "zénith", "zoe", "maelys", "MAËLYS", "l'oeuf", "L’ŒUF", "donne un code a")) {
            String found = administrator
                    .get("/console/journal?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
                    .body();
            assertThat(found).as(typed).contains("Maëlys L’Œuf");
        }
        assertThat(administrator.get("/console/journal?q=maelle").body()).contains("Rien à montrer");
        assertThat(administrator.get("/console/journal?q=DEMARRE+LE+SERVICE").body())
                .contains("zz59");
        assertThat(administrator.get("/console/journal?q=zz59&au=2020-01-01").body())
                .contains("Rien à montrer");
        assertThat(administrator.get("/console/journal?q=zz59&du=2020-01-01").body())
                .contains("Zoé Zénith");
        for (String odd : List.of("?du=hier", "?au=2026-02-31", "?du=9999999999-01-01")) {
            assertThat(administrator.get("/console/journal" + odd).status())
                    .as(odd)
                    .isEqualTo(422);
        }
        for (String odd :
                List.of("?avant=-1", "?avant=x", "?q=%00", "?q=%25%27%5C", "?du=0000-01-01", "?au=9999-12-31")) {
            assertThat(administrator.get("/console/journal" + odd).status())
                    .as(odd)
                    .isEqualTo(200);
        }
    }

    @Test
    void it_is_taken_away_as_files() {
        ent.server()
                .get(Audit.class)
                .record(school.tenantId(), null, "=SOMME(1)", "service.stop", "un \"mot\";deux", "-3");
        Answer csv = administrator.get("/console/journal/journal.csv?q=SOMME");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.body()).startsWith("\uFEFFnuméro;");
        assertThat(csv.body()).contains(";\"'=SOMME(1)\";", "\"un \"\"mot\"\";deux\"", ";\"'-3\"\r\n");
        Answer json = administrator.get("/console/journal/journal.json?q=SOMME");
        assertThat(json.json()).hasSize(1);
        assertThat(json.json().get(0).get("hash").asText()).hasSize(64);
        assertThat(json.body()).doesNotContain(ent.otherSchool().name());
    }

    @Test
    void its_keeping_is_set() {
        for (String bad : List.of("0", "11", "x", "", "-1")) {
            assertThat(administrator
                            .postForm("/console/journal/conservation", "annees", bad)
                            .status())
                    .as(bad)
                    .isEqualTo(422);
        }
        assertThat(administrator
                        .postForm("/console/journal/conservation", "annees", "5")
                        .status())
                .isEqualTo(303);
        assertThat(Jsoup.parse(administrator.get("/console/journal").body())
                        .select("#annees")
                        .attr("value"))
                .isEqualTo("5");
    }

    @Test
    void verifying_says_where_it_was_changed() throws SQLException {
        assertThat(administrator.postForm("/console/journal/verifier").body()).contains("Le journal est entier");
        MadeUpSchool other = ent.otherSchool();
        Client theirs = ent.as(other.administrator());
        try (Connection admin = ent.database();
                var statement = admin.createStatement()) {
            statement.execute(
                    "update core.audit set actor_name = 'x' where seq = 2 and tenant_id = " + other.tenantId());
        }
        assertThat(theirs.postForm("/console/journal/verifier").body()).contains("la ligne nº 2 ");
    }

    @Test
    void every_action_has_its_sentence() {
        ent.server()
                .get(Journal.class)
                .each(
                        school.tenantId(),
                        new Journal.Filter("", List.of(), null, null),
                        1_000,
                        line -> assertThat(ent.server().get(Sentences.class).of(line))
                                .as(line.action())
                                .doesNotStartWith("["));
    }

    @Test
    void the_page_holds_at_every_width() {
        Page page = ent.browser().as(school.administrator());
        page.navigate("/console/journal");
        ent.browser().check(page);
        page.getByText("Vérifier le journal").click();
        ent.browser().check(page);
        page.close();
    }
}
