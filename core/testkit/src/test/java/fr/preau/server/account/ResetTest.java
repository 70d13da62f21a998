package fr.preau.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.SchoolPerson;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** New passwords: who gives them to whom, and the steps that nobody walks around. */
class ResetTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    private static Answer reset(SchoolPerson by, SchoolPerson whose) {
        return ent.as(by).postForm("/console/personnes/" + whose.id() + "/mot-de-passe");
    }

    private static boolean stillSignsIn(SchoolPerson person) {
        return ent.anonymous()
                        .postJson(
                                "/api/core/session", Map.of("login", person.login(), "password", EntExtension.PASSWORD))
                        .status()
                == 204;
    }

    @Test
    void a_teacher_helps_the_pupils_of_their_class_and_nobody_else() {
        var school = ent.school();
        for (SchoolPerson other : new SchoolPerson[] {
            school.otherPupil(),
            school.otherTeacher(),
            school.guardian(),
            school.head(),
            school.administrator(),
            school.teacher(),
            ent.otherSchool().pupil()
        }) {
            assertThat(reset(school.teacher(), other).status()).as(other.name()).isIn(403, 404);
            assertThat(ent.as(school.teacher())
                            .postForm("/console/personnes/" + other.id() + "/suspendre")
                            .status())
                    .as(other.name())
                    .isIn(403, 404);
            assertThat(stillSignsIn(other)).as(other.name()).isTrue();
        }
        for (SchoolPerson nobody : new SchoolPerson[] {
            school.guardian(), school.pupil(), school.agent(), school.schoolStaff(), school.guest(), school.inspector()
        }) {
            assertThat(reset(nobody, school.sibling()).status())
                    .as(nobody.name())
                    .isIn(403, 404);
        }
        assertThat(reset(school.teacher(), school.pupil()).status()).isEqualTo(200);
        assertThat(stillSignsIn(school.pupil())).isFalse();
    }

    @Test
    void a_head_helps_every_pupil_of_the_school_and_of_no_other() {
        assertThat(reset(ent.school().head(), ent.school().sibling()).status()).isEqualTo(200);
        assertThat(reset(ent.school().head(), ent.otherSchool().sibling()).status())
                .isEqualTo(404);
        assertThat(stillSignsIn(ent.otherSchool().sibling())).isTrue();
    }

    @Test
    void a_password_that_was_given_is_changed_before_anything_else() {
        SchoolPerson pupil = ent.otherSchool().otherPupil();
        Client open = ent.as(pupil);
        Answer given = reset(ent.otherSchool().head(), pupil);
        assertThat(open.get("/api/core/me").status()).as("open sessions end").isEqualTo(401);
        String password = Jsoup.parse(given.body()).select(".secret").text();
        assertThat(password).as(given.body()).matches("[a-z2-9]{8}");
        Client client = ent.anonymous();
        assertThat(client.postForm("/connexion", "login", pupil.login(), "password", password)
                        .status())
                .isEqualTo(303);
        nothingElse(client, "/mot-de-passe");
        assertThat(client.putJson("/api/core/charter", Map.of()).status()).isEqualTo(204);
        nothingElse(client, "/mot-de-passe");
        assertThat(change(client, password, password).status())
                .as("the same again")
                .isEqualTo(422);
        assertThat(change(client, password, "cerise22").status()).isEqualTo(303);
        assertThat(client.get("/").status()).isEqualTo(200);
    }

    private static Answer change(Client client, String present, String chosen) {
        return client.postForm("/mot-de-passe", "current", present, "password", chosen, "password2", chosen);
    }

    @Test
    void the_charter_is_read_before_anything_else() {
        NewPerson guardian = NewPerson.guardian(ent).withAccount();
        Client client = ent.anonymous();
        client.postForm("/connexion", "login", guardian.login(), "password", NewPerson.PASSWORD);
        nothingElse(client, "/charte");
        assertThat(client.postForm("/charte").status()).isEqualTo(303);
        assertThat(client.get("/").status()).isEqualTo(200);
    }

    private static void nothingElse(Client client, String step) {
        for (String path : new String[] {
            "/",
            "/services",
            "/compte",
            "/compte/donnees",
            "/console",
            "/activation",
            "/connexion",
            "/apps/rien/",
            "/apps/rien/api/x",
            "/openapi.json",
            "//compte",
            "/./compte",
            "/api/core/../../compte",
            "/api/core/..%2f..%2fcompte",
            "/api/core/;/../../compte",
            "/assets/../compte",
            "/assets/..%2Fcompte",
            "/%63ompte",
            "/compte;x=1",
            "/mot-de-passe/../compte",
            "/charte/../compte",
            "/deconnexion/../compte"
        }) {
            Answer answer = client.get(path);
            assertThat(answer.status()).as(path + " -> " + answer).isIn(303, 400, 401, 403, 404, 405);
            if (answer.status() == 303) {
                assertThat(answer.location()).as(path).matches(".*(" + step + "|/connexion).*");
            }
            assertThat(answer.body()).as(path).doesNotContain("compte/sessions");
        }
        assertThat(client.postForm("/compte/sessions/autres/fermer").location()).contains(step);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mot-de-passe", "/charte", "/compte", "/", "/services", "/compte/donnees"})
    void who_is_not_signed_in_is_sent_to_sign_in(String path) {
        assertThat(ent.anonymous().get(path).location()).contains("/connexion");
    }
}
