package fr.preau.plugins.cahierdetextes;

import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import fr.preau.testkit.SchoolPerson;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Gives works and ticks them, through the JSON API, as a teacher's program would. */
final class Given {
    static final String ROOT = "/apps/cahier-de-textes/";
    static final String WORKS = ROOT + "api/works";

    private Given() {}

    /** Fills every table for one school: a work in each class, one ticked, one removed, a post of a blog. */
    static void sow(EntExtension ent, MadeUpSchool school) {
        LocalDate due = schoolDay(ent);
        String young =
                work(ent, school.teacher(), school.youngClass(), due, "Lecture", "Lire la page 7, " + school.name());
        String old = work(ent, school.otherTeacher(), school.oldClass(), due, "Dictée", "Mots 4, " + school.name());
        expect(204, ent.as(school.pupil()).json("PUT", WORKS + "/" + young + "/tick", Map.of()));
        expect(204, ent.as(school.otherPupil()).json("PUT", WORKS + "/" + old + "/tick", Map.of()));
        String gone = work(ent, school.teacher(), school.youngClass(), due, "Calcul", "Exercice 3, " + school.name());
        expect(204, ent.as(school.teacher()).delete(WORKS + "/" + gone));
        blogPost(ent, school);
    }

    /** As if a blog had told of it. */
    private static void blogPost(EntExtension ent, MadeUpSchool school) {
        try (Connection admin = ent.database();
                var insert =
                        admin.prepareStatement("insert into p_cahier_de_textes.blog_post values (?, ?, ?, ?, ?)")) {
            UUID post = UUID.randomUUID();
            insert.setInt(1, school.tenantId());
            insert.setObject(2, post);
            insert.setObject(3, school.youngClass());
            insert.setObject(4, schoolDay(ent));
            insert.setString(5, "/apps/blog/posts/" + post);
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives a work and tells its id. */
    static String work(
            EntExtension ent, SchoolPerson teacher, UUID classId, LocalDate due, String subject, String text) {
        Answer given = give(ent.as(teacher), classId, due.toString(), subject, text);
        return expect(201, given).json().get("id").asText();
    }

    static Answer give(Client client, UUID classId, String due, String subject, String text) {
        return client.postJson(
                WORKS, Map.of("classId", classId.toString(), "due", due, "subject", subject, "text", text));
    }

    static Answer expect(int status, Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError("expected " + status + ", got " + answer);
        }
        return answer;
    }

    static LocalDate today(EntExtension ent) {
        return LocalDate.now(ent.server().get(Clock.class));
    }

    /** The Thursday of next week: never past, no weekend, and the same however late in the week the tests run. */
    static LocalDate schoolDay(EntExtension ent) {
        return Week.containing(today(ent)).next().monday().with(DayOfWeek.THURSDAY);
    }
}
