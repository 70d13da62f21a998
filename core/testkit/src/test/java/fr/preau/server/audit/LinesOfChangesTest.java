package fr.preau.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Profile;
import fr.preau.server.Quiet;
import fr.preau.server.access.Grants;
import fr.preau.server.account.Accounts;
import fr.preau.server.account.Invitations;
import fr.preau.server.account.NotesPlugin;
import fr.preau.server.tenancy.Tenants;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import fr.preau.testkit.SchoolPerson;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each change has its line, in its transaction: where the line can't be written, nothing is changed. */
class LinesOfChangesTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare().with(NotesPlugin.jar());

    /** The journal is broken on purpose. */
    @RegisterExtension
    static final Quiet quiet = Quiet.about("fr.preau.server.http");

    private final MadeUpSchool school = ent.school();
    private final SchoolPerson chief = school.administrator();
    private final Client administrator = ent.as(chief);

    private List<Line> lines() {
        return ent.server()
                .get(Journal.class)
                .before(school.tenantId(), new Journal.Filter("", List.of(), null, null), Journal.END, 1_000);
    }

    private List<String> since(long seq) {
        return lines().stream()
                .filter(line -> line.seq() > seq)
                .map(line -> ent.server().get(Sentences.class).of(line))
                .toList();
    }

    private long last() {
        return lines().stream().mapToLong(Line::seq).findFirst().orElse(0);
    }

    private static String sql(String sql) throws SQLException {
        try (Connection admin = ent.database();
                var statement = admin.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (var rows = statement.getResultSet()) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "";
            }
        }
    }

    private UUID newPerson(Profile profile) {
        return ent.server().get(Tenants.class).addPerson(school.tenantId(), profile, "Lou", "Essai", "");
    }

    private static Answer signIn(Client client, String login, String password) {
        return client.postJson("/api/core/session", Map.of("login", login, "password", password));
    }

    @Test
    void what_one_does_to_ones_own_account() {
        UUID guardian = newPerson(Profile.GUARDIAN);
        assertThat(ent.server()
                        .get(Accounts.class)
                        .give(school.tenantId(), guardian, "lou.des.lignes", "trois mots pour essayer", false))
                .isTrue();
        Client here = ent.anonymous();
        assertThat(signIn(here, "lou.des.lignes", "trois mots pour essayer").status())
                .isEqualTo(204);
        here.postForm("/charte");
        Client there = ent.anonymous();
        signIn(there, "lou.des.lignes", "trois mots pour essayer");
        long before = last();
        assertThat(here.postForm("/compte/sessions/autres/fermer").status()).isEqualTo(303);
        assertThat(here.postForm("/compte/sessions/autres/fermer").status())
                .as("no other is open: nothing to say")
                .isEqualTo(303);
        assertThat(here.postForm(
                                "/mot-de-passe",
                                "current",
                                "trois mots pour essayer",
                                "password",
                                "quatre mots bien choisis",
                                "password2",
                                "quatre mots bien choisis")
                        .status())
                .isEqualTo(303);
        assertThat(since(before)).hasSize(2);
        assertThat(since(before).get(0)).endsWith(" a changé son mot de passe");
        assertThat(since(before).get(1)).endsWith(" a fermé les autres sessions de son compte");
        assertThat(lines().toString()).doesNotContain("quatre mots");
    }

    @Test
    void a_code_is_used_and_a_session_elsewhere_closed() {
        UUID guardian = newPerson(Profile.GUARDIAN);
        String code = ent.server()
                .get(Invitations.class)
                .invite(school.tenantId(), List.of(guardian))
                .get(guardian);
        long before = last();
        Client here = ent.anonymous();
        assertThat(here.postForm(
                                "/activation",
                                "code",
                                String.valueOf(code),
                                "login",
                                "lou.du.code",
                                "password",
                                "trois mots pour essayer",
                                "password2",
                                "trois mots pour essayer")
                        .status())
                .isEqualTo(303);
        assertThat(since(before))
                .containsExactly("Lou Essai s’est connecté", "Lou Essai a utilisé son code d’activation");
        here.postForm("/charte");
        signIn(ent.anonymous(), "lou.du.code", "trois mots pour essayer");
        before = last();
        List<String> closing = org.jsoup.Jsoup.parse(here.get("/compte").body())
                .select("form[action$=/fermer]")
                .eachAttr("action");
        assertThat(closing).as("that one, and all others").hasSize(2);
        String close = closing.get(0);
        assertThat(here.postForm(close).status()).isEqualTo(303);
        assertThat(since(before)).containsExactly("Lou Essai a fermé une autre session de son compte");
    }

    @Test
    void what_administrators_and_heads_set() {
        long before = last();
        assertThat(administrator
                        .postForm("/console/charte/ages", "accord", "14", "images", "7")
                        .status())
                .isEqualTo(303);
        assertThat(since(before)).containsExactly(chief.name() + " a réglé les âges de la charte");
        assertThat(lines().get(0).details()).isEqualTo("accord : 14 ans, images : 7 ans");

        String path = "/console/classes/" + school.youngClass() + "/remplacement";
        String today = LocalDate.now(java.time.ZoneId.of("Europe/Paris")).toString();
        String who = school.otherTeacher().id().toString();
        Client head = ent.as(school.head());
        before = last();
        assertThat(head.postForm(path, "personne", who, "debut", today, "fin", today)
                        .status())
                .isEqualTo(303);
        String end = org.jsoup.Jsoup.parse(head.get(path).body())
                .select("form[action$=/fin]")
                .attr("action");
        assertThat(head.postForm(end).status()).isEqualTo(303);
        assertThat(since(before))
                .containsExactly(
                        school.head().name() + " a mis fin au remplacement par "
                                + school.otherTeacher().name(),
                        school.head().name() + " a donné un remplacement à "
                                + school.otherTeacher().name());
    }

    @Test
    void undoing_says_what_was_undone() {
        administrator.postForm("/console/roles", "nom", "Rôle à défaire");
        Grants grants = ent.server().get(Grants.class);
        UUID change = grants.changes(school.tenantId()).get(0).id();
        long before = last();
        assertThat(administrator
                        .postForm("/console/roles/changements/" + change + "/annuler")
                        .status())
                .isEqualTo(303);
        assertThat(since(before)).containsExactly(chief.name() + " a annulé la création du rôle « Rôle à défaire »");
        administrator.postForm("/console/roles/changements/" + change + "/annuler");
        assertThat(since(before)).hasSize(1);
    }

    /** What is refused to the journal, a request that would leave such a line, and the state that must stay as it is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "password.reset  | /console/personnes/{sibling}/mot-de-passe | select md5(string_agg(password_hash, '' order by id)) from system.account",
                "code.make       | /console/personnes/{invited}/code         | select count(*) from system.activation",
                "slips.print     | /console/classes/{class}/fiches.pdf       | select count(*) from system.activation",
                "service.stop    | /console/services/notes/arreter           | select count(*) from system.plugin_off",
                "session.end-others | /compte/sessions/autres/fermer         | select count(*) from system.session",
                "charter.ages    | /console/charte/ages?accord=12&images=6   | select string_agg(t::text, '') from core.charter_ages t",
                "account.suspend | /console/personnes/{sibling}/suspendre    | select count(*) from core.person where suspended_at is not null",
            })
    void no_line_no_change(String action, String path, String state) throws SQLException {
        UUID invited = newPerson(Profile.PUPIL);
        ent.server()
                .get(Tenants.class)
                .addMember(school.tenantId(), invited, school.schoolId(), school.oldClass(), "PUPIL");
        signIn(ent.anonymous(), chief.login(), EntExtension.PASSWORD);
        String typed = path.replace("{sibling}", school.sibling().id().toString())
                .replace("{invited}", invited.toString())
                .replace("{class}", school.oldClass().toString());
        int question = typed.indexOf('?');
        String[] fields =
                question < 0 ? new String[0] : typed.substring(question + 1).split("[&=]", -1);
        String target = question < 0 ? typed : typed.substring(0, question);
        String before = sql(state);
        long last = last();
        sql("alter table core.audit add constraint broken check (action <> '" + action + "') not valid");
        try {
            assertThat(administrator.postForm(target, fields).status()).isEqualTo(500);
        } finally {
            sql("alter table core.audit drop constraint broken");
        }
        assertThat(since(last)).isEmpty();
        assertThat(sql(state)).isEqualTo(before);
        assertThat(administrator.postForm(target, fields).status()).isLessThan(400);
        assertThat(sql(state)).as("the change itself").isNotEqualTo(before);
        assertThat(lines().get(0).action()).isEqualTo(action);
    }
}
