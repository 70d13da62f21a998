package fr.preau.server.events;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.server.Config;
import fr.preau.server.Ent;
import fr.preau.server.Quiet;
import fr.preau.server.audit.Journal;
import fr.preau.server.plugin.WantedPlugins;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What plugins tell each other, on two servers that share one database. */
class EventsTest {
    private static final Path[] JARS = TalkingPlugins.jars();

    @RegisterExtension
    static final EntExtension ent = EntExtension.bare().with(JARS);

    /** It is all logged. */
    @RegisterExtension
    static final Quiet quiet = Quiet.about("fr.preau.server");

    @TempDir
    static Path data;

    private static Ent other;

    private final MadeUpSchool school = ent.school();
    private final Client admin = ent.as(school.administrator());
    private final String about = "sujet " + UUID.randomUUID();

    @BeforeAll
    static void start() {
        Config first = ent.server().get(Config.class);
        other = Ent.serve(new Config(0, "127.0.0.1", data, List.of(JARS), first.database(), null, false, false));
    }

    @AfterAll
    static void stop() {
        other.close();
    }

    private static int say(Client client, Map<String, Object> order) {
        return client.postJson("/apps/speaker/api/said", order).status();
    }

    private int say(String subject, String text) {
        return say(ent.as(school.teacher()), Map.of("about", subject, "text", text));
    }

    private static List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        try (Connection database = ent.database();
                var statement = database.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void change(String sql) {
        try (Connection database = ent.database();
                var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> heard(String subject) {
        return rows("select text from p_hearer.heard where aggregate = '" + subject + "' order by seq");
    }

    private static List<String> waiting(String subject) {
        return rows("select error from core.delivery where plugin_id = 'hearer' and aggregate = '" + subject + "'");
    }

    /** Waits until it is so, ten seconds at most. */
    private static void soon(Supplier<Boolean> so) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!so.get() && System.nanoTime() < end) {
            pause(50);
        }
        assertThat(so.get()).as("within ten seconds").isTrue();
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void cantBear(String text) {
        change("insert into p_hearer.fault (tenant_id, text) values (" + school.tenantId() + ", '" + text + "')");
    }

    private static void canBear(String text) {
        change("delete from p_hearer.fault where text = '" + text + "'");
    }

    /** Until it has failed so often that it is tried no more. */
    private static void wearOut(String subject) {
        soon(() -> {
            change("update core.delivery set due_at = now() - interval '1 second' where failures > 0 and aggregate = '"
                    + subject + "'; notify preau_events");
            pause(100);
            return !rows("select 1 from core.delivery where dead_at is not null and aggregate = '" + subject + "'")
                    .isEmpty();
        });
    }

    @Test
    void is_told_at_once_but_not_before_the_commit() {
        CompletableFuture<Integer> slow = CompletableFuture.supplyAsync(
                () -> say(ent.as(school.teacher()), Map.of("about", about, "text", "bonjour", "pause", 1_500)));
        pause(1_000);
        assertThat(heard(about)).as("not committed yet").isEmpty();
        assertThat(slow.join()).isEqualTo(204);
        long since = System.nanoTime();
        soon(() -> heard(about).equals(List.of("bonjour")));
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since))
                .as("woken, not polled")
                .isLessThan(2_000);
        soon(() -> waiting(about).isEmpty());
    }

    @Test
    void a_rollback_leaves_nothing() {
        assertThat(say(ent.as(school.teacher()), Map.of("about", about, "text", "non", "fails", true)))
                .isEqualTo(500);
        assertThat(rows("select id from core.event where aggregate = '" + about + "'"))
                .isEmpty();
        assertThat(waiting(about)).isEmpty();
    }

    @Test
    void what_is_not_declared_is_refused() {
        assertThat(say(ent.as(school.teacher()), Map.of("name", "whispered", "about", about, "text", "x")))
                .isEqualTo(500);
    }

    @Test
    void what_a_dead_node_had_taken_is_told_by_another() {
        cantBear("panne");
        say(about, "panne");
        soon(() -> !waiting(about).equals(List.of("")));
        change("update core.delivery set claim = gen_random_uuid(), claimed_until = now() + interval '2 seconds', "
                + "due_at = now() where aggregate = '" + about + "'");
        canBear("panne");
        pause(1_000);
        assertThat(heard(about)).as("the other may be alive").isEmpty();
        soon(() -> heard(about).equals(List.of("panne")));
    }

    @Test
    void each_aggregate_keeps_its_order_and_each_event_comes_once() {
        Map<String, List<String>> said = new HashMap<>();
        List<CompletableFuture<Void>> speakers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String subject = about + i;
            List<String> texts =
                    IntStream.range(0, 15).mapToObj(n -> "mot " + n).toList();
            said.put(subject, texts);
            speakers.add(CompletableFuture.runAsync(() -> texts.forEach(text -> say(subject, text))));
        }
        speakers.forEach(CompletableFuture::join);
        said.forEach((subject, texts) -> {
            soon(() -> heard(subject).size() >= texts.size());
            assertThat(heard(subject)).isEqualTo(texts);
        });
    }

    @Test
    void a_dead_letter_holds_up_its_aggregate_until_an_administrator_decides() {
        cantBear("terrible");
        say(about, "terrible");
        say(about, "suite");
        say(about + " autre", "ailleurs");
        soon(() -> heard(about + " autre").equals(List.of("ailleurs")));
        wearOut(about);
        assertThat(heard(about)).as("in order, or not at all").isEmpty();
        String page = admin.get("/console/evenements").body();
        assertThat(page).contains("Quelque chose a été dit", "bear terrible", "8 essais", about, "1 autre annonce");
        assertThat(admin.get("/console/services").body()).contains("n’a pas pu être transmise");
        assertThat(ent.as(school.teacher()).get("/console/evenements").status()).isEqualTo(403);
        for (String place : List.of("/console/evenements", "/console/services")) {
            var console = ent.browser().as(school.administrator());
            console.navigate(place);
            ent.browser().check(console);
            ent.browser().close(console);
        }
        String path = "/console/evenements/"
                + rows("select id from core.event where aggregate = '" + about + "' order by seq")
                        .get(0) + "/hearer/Ear";
        Client stranger = ent.as(ent.otherSchool().administrator());
        assertThat(stranger.get("/console/evenements").body()).doesNotContain(about);
        stranger.postForm(path + "/rejouer");
        stranger.postForm(path + "/abandonner");
        assertThat(waiting(about)).as("of another ENT").hasSize(2);

        canBear("terrible");
        assertThat(admin.postForm(path + "/rejouer").status()).isEqualTo(303);
        soon(() -> heard(about).equals(List.of("terrible", "suite")));
        assertThat(actions()).contains("event.dead", "event.replay");
        admin.postForm(path + "/rejouer");
        assertThat(admin.get("/console/evenements").body()).contains("n’attend plus de décision");
    }

    @Test
    void what_is_given_up_lets_those_behind_it_go() {
        cantBear("affreux");
        say(about, "affreux");
        say(about, "après");
        wearOut(about);
        String path = "/console/evenements/"
                + rows("select id from core.event where aggregate = '" + about + "' order by seq")
                        .get(0) + "/hearer/Ear";
        admin.postForm(path + "/abandonner");
        soon(() -> heard(about).equals(List.of("après")));
        assertThat(actions()).contains("event.drop");
    }

    private List<String> actions() {
        return ent
                .server()
                .get(Journal.class)
                .before(school.tenantId(), new Journal.Filter("", List.of(), null, null), Journal.END, 50)
                .stream()
                .map(line -> line.action())
                .toList();
    }

    @Test
    void one_that_hangs_holds_up_nobody_else() {
        say(about, "dors");
        long since = System.nanoTime();
        soon(() -> heard(about).equals(List.of("dors")));
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since)).isLessThan(2_000);
        soon(() -> rows("select error from core.delivery where plugin_id = 'hanger' and aggregate = '" + about + "'")
                .equals(List.of("n’a pas fini en 2.0 s")));
        change("delete from core.delivery where plugin_id = 'hanger'");
    }

    @Test
    void an_ent_hears_of_its_own_only() {
        say(about, "ici");
        say(ent.as(ent.otherSchool().teacher()), Map.of("about", about, "text", "là"));
        soon(() -> heard(about).size() == 2);
        assertThat(rows("select tenant_id || ' ' || text from p_hearer.heard where aggregate = '" + about + "'"))
                .containsExactlyInAnyOrder(
                        school.tenantId() + " ici", ent.otherSchool().tenantId() + " là");
    }

    @Test
    void waits_for_a_service_that_is_stopped_and_passes_over_other_schools() {
        WantedPlugins wanted = ent.server().get(WantedPlugins.class);
        admin.postForm("/console/services/hearer/arreter");
        say(about, "patience");
        pause(1_500);
        assertThat(heard(about)).as("stopped here").isEmpty();
        admin.postForm("/console/services/hearer/demarrer");
        assertThat(wanted.isOn(school.tenantId(), "hearer")).isTrue();
        soon(() -> heard(about).equals(List.of("patience")));

        Client teacher = ent.as(school.teacher());
        say(teacher, Map.of("about", about, "text", "loin", "school", UUID.randomUUID()));
        say(teacher, Map.of("about", about, "text", "près", "school", school.schoolId()));
        soon(() -> heard(about).equals(List.of("patience", "près")));
        assertThat(waiting(about)).isEmpty();
    }

    @Test
    void what_all_were_told_is_forgotten_in_time() {
        say(about, "vieux");
        soon(() -> heard(about).equals(List.of("vieux")) && waiting(about).isEmpty());
        change("update core.event set published_at = now() - interval '8 days' where aggregate = '" + about + "'");
        ent.server().get(Teller.class).purge(school.tenantId());
        assertThat(rows("select id from core.event where aggregate = '" + about + "'"))
                .isEmpty();
    }
}
