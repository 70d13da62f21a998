package fr.preau.plugins.garderie;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import fr.preau.testkit.SchoolPerson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who sees whom at the garderie: the team its list, at its hours, in its school; families their own children. */
class GarderieTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.of(GarderiePlugin.class).seeded(Given::sow);

    private final MadeUpSchool school = ent.school();
    private final ZonedDateTime now = ZonedDateTime.now(Given.PARIS);

    @BeforeEach
    void nobodyHasTheRole() throws SQLException {
        sql("delete from core.role_grant");
        sql(
                "insert into p_garderie.stay (tenant_id, child_id, day, school_id) values (?, ?, ?, ?) on conflict do nothing",
                school.tenantId(),
                school.pupil().id(),
                now.toLocalDate(),
                school.schoolId());
        sql("update p_garderie.stay set left_at = null, left_with = ''");
    }

    private static void sql(String sql, Object... values) throws SQLException {
        try (Connection admin = ent.database();
                PreparedStatement statement = admin.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    /** Gives the team's role in the school, from and to these hours of today. */
    private void give(SchoolPerson person, LocalTime begins, LocalTime ends) throws SQLException {
        sql(
                "with g as (insert into core.role_grant (tenant_id, role_id, subject, scope_kind, scope_id, given_by_name) "
                        + "select tenant_id, id, ?, 'SCHOOL', ?, 'essai' from core.role "
                        + "where tenant_id = ? and origin = 'garderie.equipe' returning tenant_id, id) "
                        + "insert into core.role_grant_slot select tenant_id, id, ?, ?, ? from g",
                "PERSON:" + person.id(),
                school.schoolId(),
                school.tenantId(),
                now.getDayOfWeek().getValue(),
                begins,
                ends);
    }

    @Test
    void the_town_sees_numbers_and_no_name() {
        Client agent = ent.as(school.agent());
        assertThat(agent.get(Given.ROOT).body()).contains(school.name()).doesNotContain("Alix");
        assertThat(agent.get(Given.ROOT + "tonight").status()).isEqualTo(403);
        assertThat(agent.get(Given.ROOT + "api/tonight").status()).isEqualTo(403);
    }

    @Test
    void the_team_sees_tonight_in_its_hours() throws SQLException {
        give(school.agent(), LocalTime.of(0, 0), LocalTime.of(23, 59, 59));
        Client agent = ent.as(school.agent());
        assertThat(agent.get(Given.ROOT + "tonight").body())
                .contains("Alix Essai")
                .contains("Tante Essai");
        assertThat(agent.get(Given.ROOT + "tonight/" + school.pupil().id() + "/care")
                        .body())
                .contains("Arachides");
        assertThat(lookups()).as("who read it is kept").isEqualTo(1);
        assertThat(agent.get(Given.ROOT + "tonight").status()).isEqualTo(200);
        assertThat(lookups()).as("the list shows no note").isEqualTo(1);
    }

    private int lookups() throws SQLException {
        try (Connection admin = ent.database();
                PreparedStatement statement = admin.prepareStatement(
                        "select count(*) from core.audit where action = 'person.look' and actor_id = ? and subject = ("
                                + "select first_name || ' ' || last_name from core.person where id = ?)")) {
            statement.setObject(1, school.agent().id());
            statement.setObject(2, school.pupil().id());
            var rows = statement.executeQuery();
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void outside_its_hours_the_team_sees_nothing() throws SQLException {
        LocalTime begins = now.getHour() < 12 ? LocalTime.of(16, 0) : LocalTime.of(1, 0);
        give(school.agent(), begins, begins.plusHours(3));
        Client agent = ent.as(school.agent());
        assertThat(agent.get(Given.ROOT + "tonight").status()).isEqualTo(403);
        assertThat(agent.get(Given.ROOT + "api/tonight/" + school.pupil().id() + "/care")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_departure_is_noted_and_taken_back() throws SQLException {
        give(school.agent(), LocalTime.of(0, 0), LocalTime.of(23, 59, 59));
        Client agent = ent.as(school.agent());
        String path = Given.ROOT + "tonight/" + school.pupil().id();
        assertThat(agent.postForm(path + "/leave", "with", "Tante Essai").status())
                .isEqualTo(303);
        assertThat(agent.postForm(path + "/leave", "with", "Un autre").status()).isEqualTo(404);
        assertThat(agent.get(Given.ROOT + "tonight").body()).contains("avec Tante Essai");
        assertThat(agent.postForm(path + "/stay").status()).isEqualTo(303);
        assertThat(agent.get(Given.ROOT + "tonight").body()).doesNotContain("avec Tante Essai");
    }

    @Test
    void a_family_books_its_own_children_only() {
        Client other = ent.as(school.otherGuardian());
        String path = Given.ROOT + "api/children/" + school.pupil().id();
        LocalDate day = SchoolDays.from(now.toLocalDate().plusDays(2)).get(0);
        Map<String, Object> wish = Map.of("shown", List.of(day), "wanted", List.of(day));
        assertThat(other.putJson(path + "/evenings", wish).status()).isEqualTo(404);
        assertThat(other.get(path + "/care").status()).isEqualTo(404);
        assertThat(ent.as(school.guardian()).putJson(path + "/evenings", wish).body())
                .contains("\"booked\":true");
    }

    @Test
    void what_is_too_late_stays() {
        Client guardian = ent.as(school.guardian());
        guardian.postForm(
                Given.ROOT + "children/" + school.pupil().id() + "/evenings",
                "shown",
                now.toLocalDate().toString());
        assertThat(guardian.get(Given.ROOT).status()).isEqualTo(200);
        assertThat(ent.as(school.administrator())
                        .get(Given.ROOT + "api/tonight/expected")
                        .body())
                .contains("\"children\":1");
    }
}
