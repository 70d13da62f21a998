package fr.preau.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Profile;
import fr.preau.server.Quiet;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.PluginJar;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two tenants and {@link CarelessPlugin}: a WHERE that was forgotten, an id that was guessed, must show nothing. */
class CarelessPluginTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare()
            .with(PluginJar.of(CarelessPlugin.class)
                    .file("db/migration/V1__note.sql", CarelessPlugin.SCHEMA)
                    .build());

    /** Each refusal by the database is logged as an error of the plugin, which it is. */
    @RegisterExtension
    static final Quiet quiet = Quiet.about("fr.preau.server.http.Errors");

    private static final String API = "/apps/careless/api/";
    /** In all that belongs to the other tenant: its people's names, its school's, its notes. */
    private static final String THEIRS = "Double";

    private UUID note = new UUID(0, 0);
    private String before = "";

    @BeforeEach
    void both_tenants_have_notes() throws SQLException {
        try (var admin = ent.database();
                var statement = admin.createStatement()) {
            statement.execute("truncate p_careless.note, p_careless.remark");
        }
        Client them = ent.as(ent.otherSchool().teacher());
        assertThat(them.postJson(API + "notes", sent("Cahier du Double")).status())
                .isEqualTo(204);
        note = UUID.fromString(rows("select id from p_careless.note").get(0));
        them.postJson(API + "notes/" + note + "/remarks", sent("Réponse du Double"));
        ent.as(ent.school().teacher()).postJson(API + "notes", sent("Cahier de l’Essai"));
        before = theirRows();
    }

    private static Map<String, Object> sent(String title) {
        return Map.of("title", title, "tenant", ent.otherSchool().tenantId());
    }

    private static List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var admin = ent.database();
                var statement = admin.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    /** All that the other tenant has, as the administrator of the database sees it. */
    private static String theirRows() throws SQLException {
        int tenant = ent.otherSchool().tenantId();
        List<String> all = new ArrayList<>();
        for (String table : List.of("p_careless.note", "p_careless.remark", "core.person", "core.membership")) {
            all.addAll(rows("select t::text from " + table + " t where tenant_id = " + tenant + " order by 1"));
        }
        return String.join("\n", all);
    }

    private List<String> waysToRead() {
        UUID pupil = ent.otherSchool().pupil().id();
        UUID guardian = ent.otherSchool().guardian().id();
        UUID schoolClass = ent.otherSchool().youngClass();
        return List.of(
                API + "notes",
                API + "notes/" + note,
                API + "remarks",
                API + "everybody",
                API + "people/" + pupil,
                API + "directory/" + pupil,
                API + "directory/" + guardian,
                API + "directory/" + schoolClass,
                API + "search?q=" + encoded("Cahier du Double"),
                API + "search?q=" + encoded("' or title like '%Double%"),
                API + "search?q=" + encoded("' union select body from remark --"),
                API + "search?q=" + encoded("' union select display_name from ent.person --"),
                "/apps/careless/",
                "/apps/careless/" + note,
                "/",
                "/compte/donnees");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Else the next test would prove nothing. */
    @Test
    void each_way_to_read_shows_their_data_to_themselves() {
        for (String path : waysToRead()) {
            Answer answer = ent.as(ent.otherSchool().teacher()).get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).contains(THEIRS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_profile_reads_the_other_tenant(Profile profile) {
        Client client = ent.as(profile);
        for (String path : waysToRead()) {
            Answer answer = client.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).doesNotContain(THEIRS).doesNotContain(note + "\"");
        }
        assertThat(client.get(API + "notes").body()).contains("Cahier de l’Essai");
    }

    @ParameterizedTest
    @EnumSource
    void no_profile_writes_into_the_other_tenant(Profile profile) throws SQLException {
        Client client = ent.as(profile);
        List<Answer> answers = List.of(
                client.postJson(API + "notes/" + note + "/title", sent("pris")),
                client.postJson(API + "mark", sent(" pris")),
                client.postJson(API + "take", sent("pris")),
                client.putJson(API + "notes/" + note, sent("pris")),
                client.delete(API + "notes/" + note),
                client.delete(API + "remarks"),
                client.delete(API + "notes"));
        assertThat(theirRows()).isEqualTo(before);
        assertThat(answers).allMatch(answer -> answer.status() < 300);
        // Their id is free in this tenant: what the answers said above is what they would say of any unknown id.
        assertThat(answers.get(0).body()).isEqualTo("0");
        assertThat(answers.get(2).body()).isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource
    void no_profile_puts_anything_into_the_other_tenant(Profile profile) throws SQLException {
        Client client = ent.as(profile);
        List<Answer> answers = List.of(
                client.postJson(API + "forged", sent("glissé")),
                client.postJson(API + "forged-several", sent("glissé")),
                client.putJson(API + "forged/" + note, sent("glissé")),
                client.postJson(API + "forged/" + note + "/remarks", sent("glissé")),
                client.postJson(API + "give", sent("glissé")));
        assertThat(theirRows()).isEqualTo(before);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).contains("Rien n’a été enregistré").doesNotContain("security", "note");
        });
    }

    @Test
    void a_foreign_key_does_not_tell_which_ids_the_other_tenant_has() {
        Client client = ent.as(Profile.PUPIL);
        Answer theirs = client.postJson(API + "notes/" + note + "/remarks", sent("sonde"));
        Answer nobodys = client.postJson(API + "notes/" + UUID.randomUUID() + "/remarks", sent("sonde"));
        assertThat(theirs.status()).isEqualTo(500);
        assertThat(theirs.toString()).isEqualTo(nobodys.toString());
    }

    @Test
    void a_unique_key_does_not_tell_what_the_other_tenant_wrote() {
        Client client = ent.as(Profile.PUPIL);
        assertThat(client.postJson(API + "notes", sent("Cahier du Double")).status())
                .isEqualTo(204);
        assertThat(client.postJson(API + "notes", sent("Cahier du Double")).status())
                .as("a second one in the same tenant")
                .isEqualTo(500);
    }

    @Test
    void what_is_added_in_any_way_belongs_to_the_adder() throws SQLException {
        Client client = ent.as(Profile.TEACHER);
        client.postJson(API + "notes", sent("a"));
        client.postJson(API + "keyed", sent("b"));
        client.postJson(API + "several", sent("c"));
        assertThat(theirRows()).isEqualTo(before);
        assertThat(client.get(API + "notes").json()).hasSize(5);
    }

    @Test
    void nobody_who_is_not_signed_in_reads_anything() {
        for (String path : waysToRead()) {
            Answer answer = ent.anonymous().get(path);
            assertThat(answer.status()).as(path).isIn(303, 401);
            assertThat(answer.body()).as(path).doesNotContain(THEIRS).doesNotContain("Essai");
        }
    }

    @Test
    void people_of_both_tenants_at_once_each_see_their_own() throws Exception {
        Client us = ent.as(ent.school().teacher());
        Client them = ent.as(ent.otherSchool().teacher());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> work = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String path = i % 2 == 0 ? "/apps/careless/" : API + "notes";
                work.add(() -> us.get(path).body().contains("Cahier du Double") ? "leak" : "");
                work.add(() -> them.get(path).body().contains("Cahier de l’Essai") ? "leak" : "");
            }
            for (Future<String> each : threads.invokeAll(work)) {
                assertThat(each.get()).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
