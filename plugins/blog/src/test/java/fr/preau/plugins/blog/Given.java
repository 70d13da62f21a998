package fr.preau.plugins.blog;

import fr.preau.testkit.Answer;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import fr.preau.testkit.SchoolPerson;
import java.util.Map;
import java.util.UUID;

/** Writes posts and comments through the JSON API. */
final class Given {
    static final String POSTS = "/apps/blog/api/posts";

    private Given() {}

    /** Fills every table for one school: posts in every state, comments by a pupil and by a guardian. */
    static void sow(EntExtension ent, MadeUpSchool school) {
        String shown = post(ent, school.teacher(), school.youngClass(), "Sortie de " + school.name());
        post(ent, school.otherTeacher(), school.oldClass(), "Chorale de " + school.name());
        post(ent, school.pupil(), school.youngClass(), "Mon chat, " + school.name());
        comment(ent, school.guardian(), shown, "Bravo, " + school.name());
        comment(ent, school.pupil(), shown, "Moi aussi, " + school.name());
    }

    static String post(EntExtension ent, SchoolPerson author, UUID classId, String title) {
        Map<String, Object> post =
                Map.of("classId", classId.toString(), "title", title, "text", "Un texte d’essai.\n\n" + title);
        return idOf(ent.as(author).postJson(POSTS, post));
    }

    static String comment(EntExtension ent, SchoolPerson author, String post, String text) {
        return idOf(ent.as(author).postJson(POSTS + "/" + post + "/comments", Map.of("text", text)));
    }

    private static String idOf(Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError("not written: " + answer);
        }
        return answer.json().get("id").asText();
    }
}
