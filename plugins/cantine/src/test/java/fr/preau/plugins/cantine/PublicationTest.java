package fr.preau.plugins.cantine;

import static fr.preau.plugins.cantine.Given.API;
import static fr.preau.plugins.cantine.Given.ROOT;
import static fr.preau.plugins.cantine.Given.dish;
import static fr.preau.plugins.cantine.Given.lunch;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.preau.api.Profile;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What families see of what the staff writes, and when. */
class PublicationTest {
    @RegisterExtension
    static final EntExtension ent = Given.ent();

    private static Client agent;
    private static Client guardian;

    @BeforeAll
    static void people() {
        agent = ent.as(Profile.MUNICIPAL_STAFF);
        guardian = ent.as(Profile.GUARDIAN);
    }

    private static JsonNode seen(Client client, LocalDate monday) {
        return client.get(API + "weeks/" + monday).json().get("days");
    }

    private static JsonNode publish(LocalDate monday, String reason) {
        return agent.postJson(API + "weeks/" + monday + "/publication", Map.of("reason", reason))
                .json();
    }

    @Test
    void families_see_a_menu_once_it_is_published_and_its_changes_once_they_are() {
        LocalDate monday = Given.monday(1);
        agent.putJson(API + "days/" + monday, lunch(dish("PLAT", "Gratin")));
        assertThat(seen(guardian, monday)).isEmpty();
        assertThat(guardian.get(ROOT + "week/" + monday).body()).doesNotContain("Gratin");

        assertThat(publish(monday, "").get("published").asInt()).isEqualTo(1);
        assertThat(seen(guardian, monday).get(0).at("/meals/0/dishes/0/name").asText())
                .isEqualTo("Gratin");
        assertThat(seen(guardian, monday).get(0).get("modifiedAt").isNull()).isTrue();

        agent.putJson(API + "days/" + monday, lunch(dish("PLAT", "Omelette")));
        assertThat(guardian.get(ROOT + "week/" + monday).body())
                .contains("Gratin")
                .doesNotContain("Omelette");
        assertThat(publish(monday, "four en panne").get("modified").asInt()).isEqualTo(1);
        assertThat(guardian.get(ROOT + "week/" + monday).body())
                .contains("Omelette", "Menu modifié", "four en panne")
                .doesNotContain("Gratin");
        assertThat(publish(monday, "").get("modified").asInt()).isZero();
    }

    @Test
    void saving_what_is_already_seen_leaves_no_draft() {
        LocalDate monday = Given.monday(2);
        agent.putJson(API + "days/" + monday, lunch(dish("PLAT", "Gratin")));
        publish(monday, "");
        agent.putJson(API + "days/" + monday, lunch(dish("PLAT", "Omelette")));
        String back = agent.putJson(API + "days/" + monday, lunch(dish("PLAT", "Gratin")))
                .json()
                .get("state")
                .asText();
        assertThat(back).isEqualTo("PUBLISHED");
        agent.putJson(API + "days/" + monday, lunch(dish("PLAT", "Omelette")));
        assertThat(agent.delete(API + "days/" + monday + "/draft").status()).isEqualTo(204);
        assertThat(agent.get(API + "days/" + monday)
                        .json()
                        .at("/meals/0/dishes/0/name")
                        .asText())
                .isEqualTo("Gratin");
    }

    @Test
    void an_emptied_day_is_withdrawn() {
        LocalDate monday = Given.monday(3);
        agent.putJson(API + "days/" + monday, lunch(dish("PLAT", "Gratin")));
        publish(monday, "");
        agent.putJson(API + "days/" + monday, Map.of());
        assertThat(seen(guardian, monday)).hasSize(1);
        assertThat(publish(monday, "").get("withdrawn").asInt()).isEqualTo(1);
        assertThat(seen(guardian, monday)).isEmpty();
        assertThat(agent.get(API + "days/" + monday).status()).isEqualTo(404);
    }

    @Test
    void unknown_allergens_are_never_shown_as_none() {
        LocalDate monday = Given.monday(4);
        agent.putJson(API + "days/" + monday, lunch(dish("PLAT", "Gratin"), dish("DESSERT", "Pomme", List.of())));
        agent.putJson(API + "days/" + monday.plusDays(1), lunch(dish("PLAT", "Omelette")));
        publish(monday, "");
        JsonNode dishes = seen(guardian, monday).get(0).at("/meals/0/dishes");
        assertThat(dishes.get(0).at("/allergens/known").asBoolean()).isFalse();
        assertThat(dishes.get(1).at("/allergens/known").asBoolean()).isTrue();
        String page = guardian.get(ROOT + "week/" + monday).body();
        assertThat(page).containsOnlyOnce("aucun des 14 allergènes");
        assertThat(page).containsOnlyOnce("allergènes non renseignés");
        assertThat(page).containsOnlyOnce("Allergènes non renseignés");
    }

    @Test
    void a_closed_day_says_why_and_hides_what_was_planned() {
        LocalDate monday = Given.monday(5);
        agent.putJson(
                API + "days/" + monday,
                Map.of(
                        "closed",
                        true,
                        "closedReason",
                        "grève",
                        "meals",
                        List.of(Map.of("dishes", List.of(dish("PLAT", "Gratin"))))));
        publish(monday, "");
        assertThat(guardian.get(ROOT + "week/" + monday).body())
                .contains("Pas de cantine", "grève")
                .doesNotContain("Gratin");
        assertThat(seen(guardian, monday).get(0).get("meals")).isEmpty();
        assertThat(agent.get(API + "days/" + monday).json().get("meals")).hasSize(1);
    }

    @Test
    void only_the_staff_reads_and_writes_drafts() {
        LocalDate monday = Given.monday(6);
        for (Profile profile : List.of(Profile.GUARDIAN, Profile.PUPIL, Profile.TEACHER, Profile.HEAD)) {
            Client other = ent.as(profile);
            assertThat(other.putJson(API + "days/" + monday, lunch()).status()).isEqualTo(403);
            assertThat(other.get(API + "weeks/" + monday + "?drafts=true").status())
                    .isEqualTo(403);
            assertThat(other.get(ROOT + "prepare/" + monday).status()).isEqualTo(403);
        }
    }

    @Test
    void a_stale_version_is_refused() {
        LocalDate monday = Given.monday(7);
        String version = agent.putJson(API + "days/" + monday, lunch(dish("PLAT", "Gratin")))
                .json()
                .get("version")
                .asText();
        agent.putJson(API + "days/" + monday, lunch(dish("PLAT", "Omelette")));
        Map<String, Object> stale = Map.of("version", version, "note", "trop tard");
        assertThat(agent.putJson(API + "days/" + monday, stale).status()).isEqualTo(409);
    }

    @Test
    void a_week_is_copied_over_empty_days_only() {
        LocalDate monday = Given.monday(8);
        LocalDate next = Given.monday(9);
        agent.putJson(API + "days/" + monday, lunch(dish("PLAT", "Gratin")));
        agent.putJson(API + "days/" + monday.plusDays(1), lunch(dish("PLAT", "Riz")));
        agent.putJson(API + "days/" + next.plusDays(1), lunch(dish("PLAT", "Déjà là")));
        JsonNode copy = agent.postJson(
                        API + "weeks/" + next + "/copies",
                        Map.of("from", monday.plusDays(2).toString()))
                .json();
        assertThat(copy.get("copied").asInt()).isEqualTo(1);
        assertThat(copy.at("/kept/0").asText()).isEqualTo(next.plusDays(1).toString());
        assertThat(agent.get(API + "weeks/" + next + "?drafts=true").body())
                .contains("Gratin", "Déjà là")
                .doesNotContain("Riz");
    }

    @Test
    void a_wrong_dish_is_refused_by_its_path() {
        JsonNode problem = agent.putJson(API + "days/" + Given.monday(10), lunch(dish("PLAT", "")))
                .json();
        assertThat(problem.get("status").asInt()).isEqualTo(422);
        assertThat(problem.get("field").asText()).isEqualTo("meals[0].dishes[0].name");
        assertThat(agent.putJson(API + "days/" + Given.monday(10), lunch(dish("SOUPIÈRE", "Potage")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_schools_own_menu_hides_the_one_for_all_from_its_families_alone() throws SQLException {
        try (Connection admin = ent.database();
                var statement = admin.createStatement()) {
            statement.execute("insert into core.school (tenant_id, uai, name, insee) select tenant_id, '0991234Z',"
                    + " 'École du Pré', insee from core.school where id = '"
                    + ent.school().schoolId() + "'");
        }
        ent.agree(ent.school().tenantId());
        LocalDate monday = Given.monday(11);
        String mine = agent.get("/apps/cantine/day/" + monday)
                .body()
                .replaceAll("(?s).*?<option value=\"(\\d{7}[A-Z])\".*", "$1");
        agent.putJson(API + "days/" + monday, lunch(dish("PLAT", "Pour tous")));
        agent.putJson(API + "days/" + monday, Map.of("school", "0991234Z", "note", "Celui du Pré"));
        publish(monday, "");
        assertThat(guardian.get(ROOT + "week/" + monday).body())
                .contains("Pour tous")
                .doesNotContain("Celui du Pré");
        assertThat(agent.get(ROOT + "week/" + monday).body()).contains("Pour tous", "Celui du Pré", "École du Pré");
        assertThat(mine).matches("\\d{7}[A-Z]");
        assertThat(agent.putJson(API + "days/" + monday, Map.of("school", "0000000A", "note", "x"))
                        .status())
                .isEqualTo(422);
    }
}
