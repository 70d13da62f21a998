package fr.preau.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import fr.preau.testkit.PluginJar;
import fr.preau.testkit.TestBrowser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Groups made by hand: who keeps them, and that what they were given counts for their people with the next request. */
class GroupsTest {
    private static final String PAGE = "/console/groupes";

    @RegisterExtension
    static final EntExtension ent =
            EntExtension.bare().with(PluginJar.of(RightsPlugin.class).build());

    private final MadeUpSchool school = ent.school();
    private final Client admin = ent.as(school.administrator());

    private String make(Client keeper, String name) {
        Answer made =
                keeper.postForm(PAGE, "nom", name, "ecole", school.schoolId().toString());
        assertThat(made.status()).as(made.toString()).isEqualTo(303);
        return made.location().substring(made.location().indexOf(PAGE)).replaceAll("[?].*", "");
    }

    private String add(Client keeper, String group) {
        return Integer.toString(keeper.postForm(
                        group + "/membres",
                        "personne",
                        school.schoolStaff().id().toString())
                .status());
    }

    @Test
    void what_a_group_was_given_counts_for_who_joins_and_not_for_who_left() {
        String group = make(ent.as(school.head()), "Équipe d’essai");
        String id = group.substring(group.lastIndexOf('/') + 1);
        String role =
                admin.postForm("/console/roles", "nom", "Secret du groupe").location();
        String roleId = role.substring(role.lastIndexOf('/') + 1);
        admin.postForm("/console/roles/" + roleId, "nom", "Secret du groupe", "droit", "rights.secret");
        assertThat(admin.postJson(
                                "/api/core/grants",
                                Map.of(
                                        "role",
                                        roleId,
                                        "subject",
                                        "GROUP:" + id,
                                        "scope",
                                        "SCHOOL",
                                        "place",
                                        school.schoolId()))
                        .status())
                .isEqualTo(200);
        Client aide = ent.as(school.schoolStaff());
        assertThat(aide.get("/apps/rights/secret").status()).isEqualTo(403);
        assertThat(add(ent.as(school.head()), group))
                .as("a head hands on no role that was not given to her")
                .isEqualTo("403");
        assertThat(add(admin, group)).isEqualTo("303");
        assertThat(aide.get("/apps/rights/secret").status()).isEqualTo(200);
        assertThat(admin.postForm(group + "/membres/" + school.schoolStaff().id() + "/retirer")
                        .status())
                .isEqualTo(303);
        assertThat(aide.get("/apps/rights/secret").status()).isEqualTo(403);
        assertThat(add(admin, group)).isEqualTo("303");
        assertThat(aide.get("/apps/rights/secret").status()).as("put back").isEqualTo(200);
        admin.postForm(group + "/fermer");
        assertThat(aide.get("/apps/rights/secret").status()).as("closed").isEqualTo(403);
        assertThat(ent.as(school.head()).postForm(group + "/rouvrir").status()).isEqualTo(403);
        admin.postForm(group + "/rouvrir");
        assertThat(aide.get("/apps/rights/secret").status()).as("open again").isEqualTo(200);
        assertThat(admin.get("/console/journal").body()).contains("Équipe d’essai");
    }

    @Test
    void heads_keep_the_groups_of_their_school_alone() {
        String group = make(admin, "Groupe gardé");
        assertThat(add(ent.as(school.head()), group))
                .as("a group without roles")
                .isEqualTo("303");
        assertThat(ent.as(school.teacher()).get(PAGE).status()).isEqualTo(403);
        assertThat(ent.as(school.head()).get(group).status()).isEqualTo(200);
        assertThat(ent.as(school.head())
                        .postForm(PAGE, "nom", "Partout", "ecole", "")
                        .status())
                .isEqualTo(403);
        assertThat(ent.as(ent.otherSchool().head()).get(group).status()).isEqualTo(404);
        assertThat(add(ent.as(ent.otherSchool().administrator()), group)).isEqualTo("404");
        assertThat(ent.as(ent.otherSchool().administrator())
                        .postForm(
                                PAGE,
                                "nom",
                                "Chez les autres",
                                "ecole",
                                school.schoolId().toString())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void rubbish_is_refused_and_named() {
        String group = make(admin, "Groupe à fautes");
        assertThat(admin.postForm(PAGE, "nom", " ", "ecole", "").status()).isEqualTo(422);
        assertThat(admin.postForm(PAGE, "nom", "x".repeat(81), "ecole", "").status())
                .isEqualTo(422);
        assertThat(admin.postForm(PAGE, "nom", "Bon", "ecole", "rien").status()).isEqualTo(422);
        assertThat(admin.postForm(
                                PAGE,
                                "nom",
                                "Groupe à fautes",
                                "ecole",
                                school.schoolId().toString())
                        .status())
                .as("the same name")
                .isEqualTo(422);
        assertThat(admin.postForm(group + "/membres").status()).isEqualTo(422);
        assertThat(admin.postForm(group + "/membres", "personne", "rien").status())
                .isEqualTo(422);
        String stranger = ent.otherSchool().guardian().id().toString();
        assertThat(admin.postForm(group + "/membres", "personne", stranger).status())
                .isEqualTo(422);
        String person = school.guest().id().toString();
        assertThat(admin.postForm(group + "/membres", "personne", person, "debut", "2026-02-30")
                        .status())
                .isEqualTo(422);
        assertThat(admin.postForm(group + "/membres", "personne", person, "debut", "2026-05-02", "fin", "2026-05-01")
                        .status())
                .isEqualTo(422);
        assertThat(admin.postForm(group + "/membres/" + person + "/retirer").status())
                .isEqualTo(404);
    }

    @Test
    void programs_keep_them_too() {
        JsonNode made = admin.postJson("/api/core/groups", Map.of("name", "Par programme", "school", school.schoolId()))
                .json();
        String members = "/api/core/groups/" + made.path("id").asText() + "/members";
        assertThat(admin.putJson(members + "/" + school.guest().id(), Map.of()).status())
                .isEqualTo(204);
        assertThat(admin.get(members).json()).hasSize(1);
        assertThat(admin.delete(members + "/" + school.guest().id()).status()).isEqualTo(204);
        assertThat(admin.get(members).json().get(0).path("present").asBoolean()).isFalse();
        assertThat(admin.get("/api/core/groups").json()).isNotEmpty();
        assertThat(admin.postJson("/api/core/groups", Map.of()).status()).isEqualTo(422);
    }

    @Test
    void its_pages_are_readable_by_everybody() {
        String group = make(admin, "Groupe à regarder");
        add(admin, group);
        TestBrowser browser = ent.browser();
        Page page = browser.as(school.administrator());
        for (String path : List.of(PAGE, group, group + "?q=a", group + "?q=zzzz")) {
            assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
            browser.check(page);
        }
    }
}
