package fr.preau.server.job;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.server.Config;
import fr.preau.server.Ent;
import fr.preau.server.Quiet;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What plugins do by themselves, on two servers that share one database. */
class JobsTest {
    private static final Path JAR = WorkingPlugin.jar();

    @RegisterExtension
    static final EntExtension ent = EntExtension.bare().with(JAR);

    /** It is all logged. */
    @RegisterExtension
    static final Quiet quiet = Quiet.about("fr.preau.server");

    @TempDir
    static Path data;

    private static Ent other;

    private final MadeUpSchool school = ent.school();

    @BeforeAll
    static void start() {
        Config first = ent.server().get(Config.class);
        other = Ent.serve(new Config(0, "127.0.0.1", data, List.of(JAR), first.database(), null, false, false));
        ent.server().get(Jobs.class).schedule();
    }

    @AfterAll
    static void stop() {
        other.close();
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

    /** The next time has come, in both ENTs. */
    private static void due(String job) {
        try (Connection database = ent.database();
                var statement = database.createStatement()) {
            statement.execute("update system.scheduled_tasks set execution_time = now() where task_instance like '%/"
                    + job + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it is so, twenty seconds at most. */
    private static void soon(Supplier<Boolean> so) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!so.get() && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertThat(so.get()).as("within twenty seconds").isTrue();
    }

    private static List<String> lastErrors(String job) {
        return rows("select error from core.job_run where job = '" + job + "'");
    }

    @Test
    void runs_once_for_each_due_time_and_tenant() throws InterruptedException {
        due("Counting");
        soon(() -> lastErrors("Counting").equals(List.of("", "")));
        // Both nodes look every five seconds.
        Thread.sleep(6_000);
        assertThat(rows("select tenant_id from p_working.done where job = 'Counting'"))
                .containsExactlyInAnyOrder(
                        Integer.toString(school.tenantId()),
                        Integer.toString(ent.otherSchool().tenantId()));
        assertThat(rows("select execution_time > now() + interval '50 minutes' from system.scheduled_tasks "
                        + "where task_instance like '%/Counting'"))
                .containsExactly("t", "t");
    }

    @Test
    void a_failure_leaves_nothing_and_is_shown_with_the_others() throws InterruptedException {
        due("Failing");
        soon(() -> lastErrors("Failing").size() == 2);
        due("Failing");
        soon(() ->
                rows("select failures from core.job_run where job = 'Failing'").equals(List.of("2", "2")));
        assertThat(rows("select job from p_working.done where job = 'Failing'")).isEmpty();
        String page = ent.as(school.administrator()).get("/console/services").body();
        assertThat(page)
                .contains("Se tromper", "Chaque jour à 4 h 30", "A échoué 2 fois de suite", "plus d’encre")
                .contains("Compter les cahiers", "Toutes les heures");
    }

    @Test
    void one_that_takes_too_long_is_ended() throws InterruptedException {
        due("Endless");
        soon(() -> lastErrors("Endless").equals(List.of("n’a pas fini en 1.0 s", "n’a pas fini en 1.0 s")));
    }

    @Test
    void the_rhythm_is_kept_whatever_was_missed() {
        Instant due = Instant.parse("2026-11-27T08:00:00Z");
        Rhythm hourly = new Rhythm.Again(Duration.ofHours(1));
        assertThat(hourly.after(due, due.plusSeconds(3))).isEqualTo(due.plus(Duration.ofHours(1)));
        assertThat(hourly.after(due, due.plus(Duration.ofMinutes(150)))).isEqualTo(due.plus(Duration.ofHours(3)));
        assertThat(hourly.after(due, due)).isEqualTo(due.plus(Duration.ofHours(1)));
        Rhythm nightly = new Rhythm.At(LocalTime.of(2, 30));
        // The night in which the clocks go forward has no half past two.
        assertThat(nightly.after(due, Instant.parse("2027-03-27T23:00:00Z")))
                .isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
        assertThat(nightly.after(due, Instant.parse("2027-03-28T01:30:00Z")))
                .isEqualTo(Instant.parse("2027-03-29T00:30:00Z"));
    }
}
