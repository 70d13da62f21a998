package fr.preau.plugins.cahierdetextes;

import static fr.preau.plugins.cahierdetextes.Given.ROOT;
import static fr.preau.plugins.cahierdetextes.Given.WORKS;
import static fr.preau.plugins.cahierdetextes.Given.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.preau.api.Profile;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import fr.preau.testkit.SchoolPerson;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the JSON API takes, refuses and keeps from those whom a class is no business of. */
class CahierApiTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.of(CahierDeTextesPlugin.class);

    @Test
    void a_work_is_given_changed_removed_and_put_back() {
        MadeUpSchool school = ent.school();
        Client teacher = ent.as(school.teacher());
        LocalDate due = Given.schoolDay(ent);
        Answer given = Given.give(teacher, school.youngClass(), due.toString(), "Lecture", "Page 7");
        String work = WORKS + "/" + expect(201, given).json().get("id").asText();
        assertThat(given.location()).endsWith(work);

        Map<String, Object> draft =
                Map.of("subject", "Lecture", "due", due.plusDays(1).toString(), "text", "Page 8");
        JsonNode changed = expect(200, teacher.putJson(work, draft)).json();
        assertThat(changed.get("text").asText()).isEqualTo("Page 8");
        assertThat(changed.get("due").asText()).isEqualTo(due.plusDays(1).toString());
        assertThat(changed.get("classId").asText())
                .isEqualTo(school.youngClass().toString());

        expect(204, teacher.delete(work));
        expect(404, teacher.get(work));
        expect(404, teacher.delete(work));
        expect(404, ent.as(school.pupil()).json("PUT", work + "/tick", Map.of()));
        expect(200, teacher.json("POST", work + "/restore", Map.of()));
        assertThat(expect(200, teacher.get(work)).json().get("text").asText()).isEqualTo("Page 8");
    }

    @Test
    void a_tick_counts_once_and_can_be_taken_back() {
        MadeUpSchool school = ent.school();
        String id =
                Given.work(ent, school.otherTeacher(), school.oldClass(), Given.schoolDay(ent), "Calcul", "Table de 7");
        String tick = WORKS + "/" + id + "/tick";
        Client pupil = ent.as(school.otherPupil());
        expect(204, pupil.json("PUT", tick, Map.of()));
        expect(204, pupil.json("PUT", tick, Map.of()));
        Client teacher = ent.as(school.otherTeacher());
        assertThat(teacher.get(WORKS + "/" + id).json().get("doneCount").asInt())
                .isEqualTo(1);
        JsonNode ticks = expect(200, teacher.get(WORKS + "/" + id + "/ticks")).json();
        assertThat(ticks).hasSize(2);
        for (JsonNode row : ticks) {
            boolean his =
                    row.get("pupilId").asText().equals(school.otherPupil().id().toString());
            assertThat(row.get("at").isNull()).as(row.toString()).isEqualTo(!his);
        }
        expect(204, pupil.delete(tick));
        assertThat(teacher.get(WORKS + "/" + id).json().get("doneCount").asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "due, 2020-01-06",
        "due, 2999-01-01",
        "subject, ''",
        "text, ''",
        "minutes, 0",
        "minutes, 241",
        "classId, other"
    })
    void what_is_wrong_is_told_with_its_field(String field, String value) {
        MadeUpSchool school = ent.school();
        Map<String, Object> draft = new HashMap<>(Map.of(
                "classId",
                school.youngClass().toString(),
                "subject",
                "Lecture",
                "due",
                Given.schoolDay(ent).toString(),
                "text",
                "Faute de " + field + value));
        draft.put(field, value.equals("other") ? school.oldClass().toString() : value);
        Answer refused = expect(422, ent.as(school.teacher()).postJson(WORKS, draft));
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.json().get("field").asText()).isEqualTo(field);
        assertThat(refused.json().get("detail").asText()).isNotBlank();
        assertThat(ent.as(school.teacher()).get(WORKS + "?from=" + Given.today(ent) + "&to=" + Given.schoolDay(ent)))
                .asString()
                .startsWith("200")
                .doesNotContain("Faute de " + field + value);
    }

    @Test
    void an_answer_covers_two_months_at_most() {
        Client teacher = ent.as(Profile.TEACHER);
        expect(200, teacher.get(WORKS + "?from=2026-09-01&to=2026-11-02"));
        Answer refused = expect(422, teacher.get(WORKS + "?from=2026-09-01&to=2026-11-03"));
        assertThat(refused.json().get("field").asText()).isEqualTo("to");
        assertThat(expect(422, teacher.get(WORKS + "?from=demain"))
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("from");
    }

    @Test
    void nobody_without_a_session_is_answered() {
        String id = Given.work(
                ent, ent.school().teacher(), ent.school().youngClass(), Given.schoolDay(ent), "Lecture", "Page 9");
        Client nobody = ent.anonymous();
        for (String path : List.of(WORKS, WORKS + "/" + id, WORKS + "/" + id + "/ticks", ROOT + "api/classes")) {
            expect(401, nobody.get(path));
        }
        expect(401, nobody.delete(WORKS + "/" + id));
        expect(303, nobody.get(ROOT + "works/" + id));
        expect(200, ent.as(ent.school().teacher()).get(WORKS + "/" + id));
    }

    @Test
    void another_class_finds_nothing_by_address_nor_by_program() {
        MadeUpSchool school = ent.school();
        LocalDate due = Given.schoolDay(ent);
        String secret = "Relire la carte du trésor";
        String id = Given.work(ent, school.teacher(), school.youngClass(), due, "Secret", secret);
        String days = "?from=" + due + "&to=" + due;
        for (SchoolPerson own : List.of(school.teacher(), school.head(), school.pupil(), school.guardian())) {
            assertThat(ent.as(own).get(WORKS + days).body()).as(own.name()).contains(secret);
        }
        MadeUpSchool far = ent.otherSchool();
        List<SchoolPerson> strangers = Stream.concat(
                        Stream.of(school.otherTeacher(), school.sibling(), school.otherPupil(), school.otherGuardian()),
                        Stream.of(far.teacher(), far.head(), far.pupil(), far.guardian()))
                .toList();
        for (SchoolPerson stranger : strangers) {
            Client client = ent.as(stranger);
            for (String path :
                    List.of(WORKS + "/" + id, ROOT + "works/" + id, ROOT + "?class=" + school.youngClass())) {
                Answer answer = client.get(path);
                assertThat(answer.status()).as(stranger.name() + " " + path).isEqualTo(404);
                assertThat(answer.body()).doesNotContain(secret);
            }
            for (String path : List.of(WORKS + days, ROOT + "?week=" + due, "/")) {
                assertThat(expect(200, client.get(path)).body())
                        .as(stranger.name() + " " + path)
                        .doesNotContain(secret);
            }
            assertThat(client.get(ROOT + "api/classes").body())
                    .doesNotContain(school.youngClass().toString());
        }
    }

    @Test
    void another_class_changes_nothing() {
        MadeUpSchool school = ent.school();
        String due = Given.schoolDay(ent).toString();
        String id = Given.work(ent, school.teacher(), school.youngClass(), Given.schoolDay(ent), "Lecture", "Page 1");
        Client teacher = ent.as(school.teacher());
        JsonNode before = teacher.get(WORKS + "/" + id).json();
        Client stranger = ent.as(school.otherTeacher());
        expect(404, stranger.putJson(WORKS + "/" + id, Map.of("subject", "X", "due", due, "text", "X")));
        expect(404, stranger.postForm(ROOT + "works/" + id, "subject", "X", "due", due, "text", "X"));
        expect(404, stranger.get(ROOT + "works/" + id + "/edit"));
        expect(404, stranger.get(WORKS + "/" + id + "/ticks"));
        expect(404, stranger.delete(WORKS + "/" + id));
        expect(404, stranger.postForm(ROOT + "works/" + id + "/remove"));
        expect(404, ent.as(school.otherPupil()).json("PUT", WORKS + "/" + id + "/tick", Map.of()));
        expect(404, ent.as(school.otherPupil()).postForm(ROOT + "works/" + id + "/tick", "done", "true"));
        expect(403, ent.as(school.guardian()).delete(WORKS + "/" + id));
        expect(403, ent.as(school.guardian()).json("PUT", WORKS + "/" + id + "/tick", Map.of()));
        assertThat(teacher.get(WORKS + "/" + id).json()).isEqualTo(before);

        expect(204, teacher.delete(WORKS + "/" + id));
        expect(404, stranger.json("POST", WORKS + "/" + id + "/restore", Map.of()));
        expect(404, stranger.get(ROOT + "works/" + id + "/removed"));
        expect(404, teacher.get(WORKS + "/" + id));
    }

    @Test
    void a_class_that_does_not_exist_takes_no_work() {
        Answer refused = Given.give(
                ent.as(Profile.TEACHER), UUID.randomUUID(), Given.schoolDay(ent).toString(), "Lecture", "Page 1");
        assertThat(expect(422, refused).json().get("field").asText()).isEqualTo("classId");
    }
}
