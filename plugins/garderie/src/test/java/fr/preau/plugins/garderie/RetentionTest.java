package fr.preau.plugins.garderie;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.server.job.Jobs;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing stays longer than the register says. */
class RetentionTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.of(GarderiePlugin.class).seeded(Given::sow);

    private static List<String> sql(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection admin = ent.database();
                var statement = admin.createStatement()) {
            if (statement.execute(sql)) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            }
        }
        return found;
    }

    @Test
    void deletes_old_evenings_and_the_notes_on_children_who_left() throws Exception {
        MadeUpSchool school = ent.school();
        UUID gone = UUID.randomUUID();
        UUID elsewhere = UUID.randomUUID();
        String insert =
                "insert into p_garderie.stay (tenant_id, child_id, day, school_id) values (" + school.tenantId();
        sql(insert + ", '" + gone + "', current_date - 30, '" + school.schoolId() + "')");
        sql(insert + ", '" + gone + "', current_date - 800, '" + school.schoolId() + "')");
        sql(insert + ", '" + elsewhere + "', current_date - 30, '" + UUID.randomUUID() + "')");
        sql("insert into p_garderie.care (tenant_id, child_id) select " + school.tenantId() + ", id from unnest(array['"
                + gone + "', '" + elsewhere + "']::uuid[]) as c (id)");
        ent.server().get(Jobs.class).schedule();
        sql("update system.scheduled_tasks set execution_time = now() where task_instance like '%/Retention'");
        for (int i = 0; i < 200 && sql("select 1 from core.job_run").size() < 2; i++) {
            Thread.sleep(100);
        }
        assertThat(sql("select error from core.job_run")).containsExactly("", "");
        assertThat(sql("select day - current_date from p_garderie.stay where child_id = '" + gone + "'"))
                .containsExactly("-30");
        List<String> kept = sql("select child_id from p_garderie.care");
        assertThat(kept)
                .as("of a pupil, and of a child in a school where the garderie does not run now")
                .contains(school.pupil().id().toString(), elsewhere.toString());
        boolean settled = Retention.settled(LocalDate.now(Given.PARIS));
        assertThat(kept.contains(gone.toString())).isEqualTo(!settled);
    }

    @Test
    void evenings_stay_through_the_next_school_year() {
        assertThat(Retention.oldest(LocalDate.of(2026, 7, 31))).isEqualTo(LocalDate.of(2024, 8, 1));
        assertThat(Retention.oldest(LocalDate.of(2026, 8, 1))).isEqualTo(LocalDate.of(2025, 8, 1));
    }
}
