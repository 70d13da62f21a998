package fr.preau.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import fr.preau.server.Quiet;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import fr.preau.server.http.NotRecorded;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Look-ups of sensitive data: written when the plugin's connection is given back, before the answer leaves. */
class LookupsTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare().with(LookingPlugin.jar());

    @RegisterExtension
    static final Quiet quiet = Quiet.about("fr.preau.server.http");

    private final MadeUpSchool school = ent.school();
    private final Client teacher = ent.as(school.teacher());
    private final String path = "/apps/looking/" + school.pupil().id();

    private List<Line> lines() {
        return ent
                .server()
                .get(Journal.class)
                .before(school.tenantId(), new Journal.Filter("", List.of(), null, null), Journal.END, 1_000)
                .stream()
                .filter(line -> line.action().equals("person.look"))
                .toList();
    }

    private static void sql(String sql) throws SQLException {
        try (Connection admin = ent.database();
                var statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void what_a_page_shows_is_written_in_order_and_once() {
        int before = lines().size();
        assertThat(teacher.get(path).body()).contains("arachides");
        assertThat(lines().subList(0, lines().size() - before))
                .extracting(line -> line.actorName() + " " + line.subject() + " " + line.details())
                .containsExactly(
                        school.teacher().name() + " " + school.pupil().name() + " allergies",
                        school.teacher().name() + " " + school.pupil().name() + " fiche");
        assertThat(ent.server().get(AuditChain.class).verify(school.tenantId()).intact())
                .isTrue();
    }

    @Test
    void what_was_seen_stays_seen_even_if_the_request_is_refused() {
        assertThat(teacher.postForm(path, "text", "gardée").status()).isEqualTo(200);
        assertThat(teacher.postForm(path, "text", "refusée").status()).isEqualTo(422);
        assertThat(lines()).extracting(Line::details).contains("gardée", "refusée");
        assertThat(teacher.get("/apps/looking/").body()).contains("gardée").doesNotContain("refusée");
    }

    @Test
    void nothing_is_shown_that_could_not_be_written() throws SQLException {
        int before = lines().size();
        sql("alter table core.audit add constraint broken check (action <> 'person.look') not valid");
        try {
            Answer shown = teacher.get(path);
            assertThat(shown.status()).isEqualTo(500);
            assertThat(shown.body()).doesNotContain("arachides").contains("le journal");
            assertThat(teacher.postForm(path, "text", "sans ligne").status()).isEqualTo(500);
        } finally {
            sql("alter table core.audit drop constraint broken");
        }
        assertThat(teacher.get("/apps/looking/" + UUID.randomUUID()).status())
                .as("nobody's")
                .isEqualTo(500);
        assertThat(lines()).hasSize(before);
    }

    @Test
    void many_at_once_get_their_answers() throws Exception {
        var pool = Executors.newFixedThreadPool(16);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            String text = "note " + i;
            answers.add(pool.submit(() -> teacher.postForm(path, "text", text).status()));
        }
        pool.shutdown();
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
    }

    /** With every connection of the core in other hands. */
    @Test
    void recording_waits_for_no_connection() throws Exception {
        Database database = ent.server().get(Database.class);
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(8);
        var pool = Executors.newFixedThreadPool(8);
        Callable<Boolean> holding = () -> Scope.in(school.tenantId(), Mode.WRITE, () -> {
            database.core().jdbi().useHandle(handle -> handle.execute("select 1"));
            held.countDown();
            return await(done);
        });
        for (int i = 0; i < 8; i++) {
            var unused = pool.submit(holding);
        }
        assertThat(await(held)).isTrue();
        LookupLog lookups = ent.server().get(LookupLog.class);
        Caller caller = new Caller(
                school.teacher().id(), school.tenantId(), "Essai", Profile.TEACHER, "Lou", "Lou Essai", false);
        int before = lookupsAsAdministrator();
        try (Scope request = Scope.open(school.tenantId(), Mode.WRITE)) {
            long start = System.nanoTime();
            lookups.record(caller, school.pupil().id(), "pendant");
            assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(1_000_000_000L);
            assertThat(lookupsAsAdministrator()).isEqualTo(before);
            done.countDown();
            request.commit();
        }
        pool.shutdown();
        assertThat(lookupsAsAdministrator()).isEqualTo(before + 1);
        assertThatThrownBy(() -> lookups.record(caller, UUID.randomUUID(), "personne"))
                .as("outside of a request: at once")
                .isInstanceOf(NotRecorded.class);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int lookupsAsAdministrator() throws SQLException {
        try (Connection admin = ent.database();
                var statement = admin.createStatement();
                var rows = statement.executeQuery("select count(*) from core.audit where details = 'pendant'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
