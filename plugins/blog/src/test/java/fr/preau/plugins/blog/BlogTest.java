package fr.preau.plugins.blog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.server.db.Database;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who writes, who reads again, who sees. */
class BlogTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.of(BlogPlugin.class);

    static MadeUpSchool school;

    @BeforeAll
    static void know() {
        school = ent.school();
    }

    @Test
    void a_pupils_post_waits_for_the_teacher() {
        String id = Given.post(ent, school.pupil(), school.youngClass(), "Mon escargot attend");
        assertThat(ent.as(school.guardian()).get("/apps/blog/").body()).doesNotContain("Mon escargot attend");
        assertThat(ent.as(school.guardian()).get("/apps/blog/posts/" + id).status())
                .isEqualTo(404);
        assertThat(ent.as(school.teacher()).get("/apps/blog/review").body()).contains("Mon escargot attend");

        assertThat(ent.as(school.teacher())
                        .postJson(Given.POSTS + "/" + id + "/approval", Map.of())
                        .status())
                .isLessThan(300);
        assertThat(ent.as(school.guardian()).get("/apps/blog/").body()).contains("Mon escargot attend");
        assertThat(ent.as(school.sibling()).get("/apps/blog/").body()).doesNotContain("Mon escargot attend");
    }

    @Test
    void a_refused_post_comes_back_with_a_word() {
        String id = Given.post(ent, school.pupil(), school.youngClass(), "À corriger");
        assertThat(ent.as(school.teacher())
                        .postJson(Given.POSTS + "/" + id + "/refusal", Map.of("word", "Relis la fin."))
                        .status())
                .isLessThan(300);
        assertThat(ent.as(school.pupil())
                        .get("/apps/blog/posts/" + id + "/edit")
                        .body())
                .contains("Relis la fin.");
    }

    @Test
    void another_class_is_out_of_reach() {
        String id = Given.post(ent, school.otherTeacher(), school.oldClass(), "Réservé aux CM2");
        assertThat(ent.as(school.pupil()).get("/apps/blog/posts/" + id).status())
                .isEqualTo(404);
        assertThat(ent.as(school.pupil()).get(Given.POSTS + "/" + id).status()).isEqualTo(404);
        assertThat(ent.as(school.pupil())
                        .postJson(Given.POSTS + "/" + id + "/comments", Map.of("text", "Coucou"))
                        .status())
                .isEqualTo(404);
        Map<String, Object> elsewhere =
                Map.of("classId", school.oldClass().toString(), "title", "Intrus", "text", "Un texte.");
        assertThat(ent.as(school.pupil()).postJson(Given.POSTS, elsewhere).status())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void a_bad_post_says_which_field() {
        Map<String, Object> untitled =
                Map.of("classId", school.youngClass().toString(), "title", " ", "text", "Un texte.");
        var answer = ent.as(school.teacher()).postJson(Given.POSTS, untitled);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("field").asText()).isEqualTo("title");
    }

    @Test
    void tells_others_what_can_be_read() throws Exception {
        var teacher = ent.as(school.teacher());
        String id = Given.post(ent, school.teacher(), school.youngClass(), "Annoncé");
        teacher.delete(Given.POSTS + "/" + id);
        teacher.postForm(Given.POSTS + "/" + id + "/restoration");
        try (Connection database = ent.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery("select string_agg(name, ' ' order by seq) from core.event "
                        + "where aggregate = 'post " + id + "'")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("blog.post-published blog.post-withdrawn blog.post-published");
        }
    }

    @Test
    void the_list_waits_three_times_for_the_database() {
        for (int i = 0; i < 12; i++) {
            Given.post(ent, school.teacher(), school.youngClass(), "Billet " + i);
        }
        ent.as(school.guardian()).get("/apps/blog/");
        Database database = ent.server().get(Database.class);
        long before = database.roundTrips();
        assertThat(ent.as(school.guardian()).get("/apps/blog/").status()).isEqualTo(200);
        assertThat(database.roundTrips() - before).isLessThanOrEqualTo(3);
    }
}
