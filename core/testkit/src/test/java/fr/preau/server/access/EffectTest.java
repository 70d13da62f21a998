package fr.preau.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import fr.preau.testkit.PluginJar;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who gains and who loses, told before a change of rights; and what the change then does. */
class EffectTest {
    private static final String API = "/api/core/roles/";
    private static final ObjectMapper json = new ObjectMapper();

    @RegisterExtension
    static final EntExtension ent =
            EntExtension.bare().with(PluginJar.of(RightsPlugin.class).build());

    private final MadeUpSchool school = ent.school();
    private final Client admin = ent.as(school.administrator());

    private UUID roleOf(String name) {
        String location = admin.postForm("/console/roles", "nom", name).location();
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private JsonNode preview(UUID role, String... rights) throws IOException {
        return json.readTree(admin.postJson(API + role + "/preview", Map.of("rights", List.of(rights)))
                .body());
    }

    private void give(UUID role, String subject, String scope, Object place) {
        assertThat(admin.postJson(
                                "/api/core/grants",
                                Map.of("role", role, "subject", subject, "scope", scope, "place", place))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_is_told_is_what_happens() throws IOException {
        UUID role = roleOf("Essai des effets");
        give(role, "PERSON:" + school.guest().id(), "SCHOOL", school.schoolId());
        give(role, "CLASS_GUARDIAN:" + school.oldClass(), "CLASS", school.youngClass());
        Client guest = ent.as(school.guest());
        assertThat(guest.get("/apps/rights/secret").status()).isEqualTo(403);

        JsonNode told = preview(role, "rights.secret", "rights.guard");
        assertThat(guest.get("/apps/rights/secret").status()).as("only told").isEqualTo(403);
        assertThat(told.path("gain").asInt()).isEqualTo(3);
        assertThat(told.path("lose").asInt()).isZero();
        assertThat(told.toString())
                .contains(school.guest().name(), school.otherGuardian().name());

        assertThat(admin.putJson(API + role, Map.of("rights", List.of("rights.secret", "rights.guard")))
                        .status())
                .isEqualTo(204);
        assertThat(guest.get("/apps/rights/secret").status()).isEqualTo(200);

        JsonNode less = preview(role, "rights.guard", "rights.write");
        assertThat(less.path("lose").asInt()).isEqualTo(3);
        assertThat(less.path("gain").asInt()).isEqualTo(3);
        JsonNode same = preview(role, "rights.guard", "rights.secret");
        assertThat(same.path("gain").asInt() + same.path("lose").asInt()).isZero();
        assertThat(preview(role, "preau.give-roles", "rights.secret", "rights.guard")
                        .path("gain")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void who_holds_a_right_already_by_profile_gains_nothing() throws IOException {
        UUID role = roleOf("Essai sans effet");
        give(role, "CLASS_TEACHER:" + school.youngClass(), "CLASS", school.youngClass());
        assertThat(preview(role, "rights.read").path("gain").asInt()).isZero();
    }

    @Test
    void the_page_counts_keeps_what_was_chosen_and_saves_it() {
        UUID role = roleOf("Essai de la page");
        give(role, "PERSON:" + school.schoolStaff().id(), "SCHOOL", school.schoolId());
        String page = admin.postForm(
                        "/console/effet/roles/" + role,
                        "nom",
                        "Essai renommé",
                        "droit",
                        "rights.secret",
                        "droit",
                        "rights.rule")
                .body();
        assertThat(page)
                .contains(
                        "Une personne gagne", school.schoolStaff().name(), "Voir le secret", "value=\"Essai renommé\"")
                .contains("Ne change rien pour personne");
        assertThat(admin.get("/console/roles/" + role).body()).doesNotContain("Essai renommé");
        String profiles = admin.postForm("/console/effet/profils/rights.rule", "profil", "TEACHER")
                .body();
        assertThat(profiles)
                .contains(
                        "2 personnes gagnent",
                        "Une personne perd",
                        school.inspector().name());
        assertThat(ent.as(school.inspector()).get("/apps/rights/").status()).isEqualTo(200);
    }

    @Test
    void only_administrators_are_told() {
        UUID role = roleOf("Essai réservé");
        Client head = ent.as(school.head());
        assertThat(head.postForm("/console/effet/roles/" + role, "nom", "x").status())
                .isEqualTo(403);
        assertThat(head.postForm("/console/effet/profils/rights.rule", "profil", "HEAD")
                        .status())
                .isEqualTo(403);
        assertThat(head.postJson(API + role + "/preview", Map.of("rights", List.of()))
                        .status())
                .isEqualTo(403);
        assertThat(head.putJson(API + role, Map.of("rights", List.of())).status())
                .isEqualTo(403);
        Client stranger = ent.as(ent.otherSchool().administrator());
        assertThat(stranger.postJson(API + role + "/preview", Map.of("rights", List.of()))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.putJson(API + role, Map.of("rights", List.of())).status())
                .isEqualTo(404);
        assertThat(admin.postJson(API + role + "/preview", Map.of()).status()).isEqualTo(422);
        assertThat(admin.postForm("/console/effet/profils/rights.nothing").status())
                .isEqualTo(404);
        assertThat(admin.postForm("/console/effet/profils/rights.rule", "age", "99")
                        .status())
                .isEqualTo(422);
    }
}
