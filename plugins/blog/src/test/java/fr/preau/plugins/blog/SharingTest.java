package fr.preau.plugins.blog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Posts shared outside of their class: who reads them, who answers, and for how long. */
class SharingTest {
    private static final String API = "/apps/blog/api/posts/";

    @RegisterExtension
    static final EntExtension ent = EntExtension.of(BlogPlugin.class);

    private final MadeUpSchool school = ent.school();
    private final Client teacher = ent.as(school.teacher());
    /** Has a child in the other class alone. */
    private final Client outside = ent.as(school.otherGuardian());

    private String parentsOfOldClass() {
        return "CLASS_GUARDIAN:" + school.oldClass();
    }

    private static void sql(String sql) throws SQLException {
        try (Connection admin = ent.database();
                Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_shared_post_is_read_outside_and_no_other() {
        String shared = Given.post(ent, school.teacher(), school.youngClass(), "Billet à partager");
        String kept = Given.post(ent, school.teacher(), school.youngClass(), "Billet gardé");
        assertThat(outside.get(API + shared).status()).isEqualTo(404);
        assertThat(teacher.postJson(API + shared + "/shares", Map.of("subject", parentsOfOldClass(), "level", "read"))
                        .status())
                .isEqualTo(200);
        assertThat(outside.get(API + shared).status()).isEqualTo(200);
        assertThat(outside.get("/apps/blog/").body())
                .contains("Billet à partager")
                .doesNotContain("Billet gardé");
        assertThat(outside.get(API + kept).status()).isEqualTo(404);
        assertThat(teacher.delete(API + shared + "/shares?subject=" + parentsOfOldClass())
                        .status())
                .isEqualTo(204);
        assertThat(outside.get(API + shared).status()).isEqualTo(404);
    }

    @Test
    void a_single_person_is_found_and_shared_with() {
        String shared = Given.post(ent, school.teacher(), school.youngClass(), "Billet pour une personne");
        String page = "/apps/blog/posts/" + shared + "/shares";
        String subject = "PERSON:" + school.otherGuardian().id();
        String name = school.otherGuardian().name().split(" ")[0];
        assertThat(teacher.get(page + "?name=" + name).body()).contains(subject);
        assertThat(teacher.get(page + "?name=zzzz").body()).contains("Personne de ce nom");
        assertThat(teacher.get(API + shared + "/shares/people?name=" + name).body())
                .contains(subject);
        assertThat(teacher.postForm(page, "subject", subject, "level", "read").status())
                .isEqualTo(303);
        assertThat(teacher.get(page).body()).contains(name);
        assertThat(outside.get("/apps/blog/").body())
                .contains(
                        "Billet pour une personne",
                        "Partagé par " + school.teacher().name());
        assertThat(outside.get("/apps/blog/posts/" + shared).body())
                .contains("Partagé par")
                .doesNotContain("/console/qui-peut");
        String who = "/console/qui-peut?droit=blog.read&lieu=";
        assertThat(ent.as(school.head()).get("/apps/blog/posts/" + shared).body())
                .contains(who.replace("&", "&amp;") + school.youngClass());
        assertThat(ent.as(school.administrator()).get(who + shared).body()).contains(name);
        assertThat(ent.as(school.guardian()).get("/apps/blog/posts/" + shared).body())
                .doesNotContain("Partagé par");
        assertThat(teacher.postForm(page + "/removal", "subject", subject).status())
                .isEqualTo(303);
        assertThat(outside.get(API + shared).status()).isEqualTo(404);
        String stranger = "PERSON:" + ent.otherSchool().guardian().id();
        assertThat(teacher.postForm(page, "subject", stranger, "level", "read").status())
                .isEqualTo(422);
    }

    @Test
    void a_share_by_name_does_not_outlive_a_court_decision() throws SQLException {
        String shared = Given.post(ent, school.otherTeacher(), school.oldClass(), "Billet pour un parent");
        String subject = "PERSON:" + school.guardian().id();
        Client guardian = ent.as(school.guardian());
        Client otherTeacher = ent.as(school.otherTeacher());
        // The guardian keeps the other child, and with it the blog.
        String tie = " where guardian_id = '" + school.guardian().id() + "' and pupil_id = '"
                + school.sibling().id() + "'";
        assertThat(otherTeacher
                        .postJson(API + shared + "/shares", Map.of("subject", subject, "level", "read"))
                        .status())
                .isEqualTo(200);
        assertThat(guardian.get(API + shared).status()).isEqualTo(200);
        try {
            sql("update core.guardianship set contact = false" + tie);
            assertThat(guardian.get(API + shared).status()).isEqualTo(404);
            assertThat(guardian.get("/apps/blog/").body()).doesNotContain("Billet pour un parent");
            assertThat(ent.as(school.administrator())
                            .get("/console/pourquoi?personne="
                                    + school.guardian().id() + "&droit=blog.read&lieu=" + shared)
                            .body())
                    .contains("une restriction est notée");
            assertThat(otherTeacher
                            .postJson(API + shared + "/shares", Map.of("subject", subject, "level", "read"))
                            .status())
                    .isEqualTo(422);
        } finally {
            sql("update core.guardianship set contact = true" + tie);
        }
        assertThat(guardian.get(API + shared).status()).isEqualTo(200);
    }

    @Test
    void the_level_says_who_answers() {
        String shared = Given.post(ent, school.teacher(), school.youngClass(), "Billet à commenter");
        String shares = API + shared + "/shares";
        Map<String, Object> comment = Map.of("text", "Une question d’essai");
        teacher.postJson(shares, Map.of("subject", parentsOfOldClass(), "level", "read"));
        assertThat(outside.postJson(API + shared + "/comments", comment).status())
                .isEqualTo(403);
        teacher.postJson(shares, Map.of("subject", parentsOfOldClass(), "level", "comment"));
        assertThat(teacher.get(shares).json()).hasSize(1);
        assertThat(outside.postJson(API + shared + "/comments", comment).status())
                .isBetween(200, 201);
    }

    @Test
    void two_profiles_kept_apart_share_nothing() throws SQLException {
        String shared = Given.post(ent, school.teacher(), school.youngClass(), "Billet arrêté");
        teacher.postJson(API + shared + "/shares", Map.of("subject", parentsOfOldClass(), "level", "read"));
        assertThat(outside.get(API + shared).status()).isEqualTo(200);
        sql("insert into core.stop (tenant_id, party_id, from_profile, to_profile, name, reason) "
                + "select tenant_id, id, 'TEACHER', 'GUARDIAN', 'Essai', 'Essai' from core.party where tenant_id = "
                + school.tenantId() + " limit 1");
        assertThat(outside.get(API + shared).status()).isEqualTo(404);
        sql("update core.stop set lifted_at = now()");
        assertThat(outside.get(API + shared).status()).isEqualTo(200);
    }

    @Test
    void only_who_may_share_does_and_with_their_own_only() {
        String post = Given.post(ent, school.teacher(), school.youngClass(), "Billet d’essai");
        Map<String, Object> wish = Map.of("subject", parentsOfOldClass(), "level", "read");
        assertThat(ent.as(school.guardian())
                        .postJson(API + post + "/shares", wish)
                        .status())
                .isEqualTo(403);
        assertThat(ent.as(school.otherTeacher())
                        .postJson(API + post + "/shares", wish)
                        .status())
                .isEqualTo(404);
        assertThat(teacher.postJson(
                                API + post + "/shares",
                                Map.of(
                                        "subject",
                                        "CLASS_GUARDIAN:" + ent.otherSchool().youngClass(),
                                        "level",
                                        "read"))
                        .status())
                .isEqualTo(422);
        assertThat(teacher.postJson(API + post + "/shares", Map.of("subject", parentsOfOldClass(), "level", "tout"))
                        .status())
                .isEqualTo(422);
        assertThat(teacher.postForm(
                                "/apps/blog/posts/" + post + "/shares",
                                "subject",
                                parentsOfOldClass(),
                                "level",
                                "read",
                                "last",
                                "hier")
                        .status())
                .isEqualTo(422);
    }
}
