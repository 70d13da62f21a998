package fr.preau.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import fr.preau.api.Profile;
import fr.preau.server.db.Database;
import fr.preau.server.tenancy.Tenants;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import fr.preau.testkit.PluginJar;
import fr.preau.testkit.SchoolPerson;
import fr.preau.testkit.TestBrowser;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Giving and taking back roles, from outside: by administrators, by those they delegate to, and undone. */
class GrantsTest {
    private static final String API = "/api/core";
    private static final String ROOT = "/apps/rights/";
    private static final ObjectMapper json = new ObjectMapper();

    @RegisterExtension
    static final EntExtension ent =
            EntExtension.bare().with(PluginJar.of(RightsPlugin.class).build());

    private final MadeUpSchool school = ent.school();
    private final Client admin = ent.as(school.administrator());

    @BeforeEach
    void noGrants() throws SQLException {
        try (Connection connection = ent.database();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from core.role_grant");
            statement.execute("delete from core.profile_right");
            statement.execute("update core.guardianship set authority = true, contact = true, restricted = false");
        }
    }

    private static JsonNode read(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        try {
            return json.readTree(answer.body());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private UUID role(String name) {
        for (JsonNode role : read(admin.get(API + "/roles"))) {
            if (role.path("name").asText().equals(name)) {
                return UUID.fromString(role.path("id").asText());
            }
        }
        String location = admin.postForm("/console/roles", "nom", name).location();
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private UUID role(String name, String... rights) {
        UUID id = role(name);
        String[] fields = new String[2 + 2 * rights.length];
        fields[0] = "nom";
        fields[1] = name;
        for (int i = 0; i < rights.length; i++) {
            fields[2 + 2 * i] = "droit";
            fields[3 + 2 * i] = rights[i];
        }
        assertThat(admin.postForm("/console/roles/" + id, fields).status()).isEqualTo(303);
        return id;
    }

    private static Map<String, @Nullable Object> gift(
            UUID role, SchoolPerson person, String scope, @Nullable Object place) {
        Map<String, @Nullable Object> gift = new HashMap<>();
        gift.put("role", role);
        gift.put("subject", "PERSON:" + person.id());
        gift.put("scope", scope);
        gift.put("place", place);
        return gift;
    }

    private String give(Client giver, Map<String, @Nullable Object> gift) {
        return read(giver.postJson(API + "/grants", gift)).path("id").asText();
    }

    @Test
    void a_role_counts_at_once_and_until_it_is_taken_back() {
        Client aide = ent.as(school.schoolStaff());
        assertThat(aide.get(ROOT + "secret").status()).isEqualTo(403);
        String id =
                give(admin, gift(role("Secret", "rights.secret"), school.schoolStaff(), "CLASS", school.youngClass()));
        assertThat(aide.get(ROOT + "secret").status()).isEqualTo(200);
        assertThat(admin.delete(API + "/grants/" + id).status()).isEqualTo(204);
        assertThat(aide.get(ROOT + "secret").status()).isEqualTo(403);
    }

    @Test
    void a_plugins_role_is_there_from_the_start() {
        Map<String, @Nullable Object> gift = gift(role("Agent d’essai"), school.guest(), "SCHOOL", school.schoolId());
        Client guest = ent.as(school.guest());
        assertThat(guest.get(ROOT + "guard").status()).isEqualTo(403);
        give(admin, gift);
        assertThat(guest.get(ROOT + "guard").status()).isEqualTo(200);
    }

    @Test
    void a_delegate_gives_what_was_given_and_no_more() {
        UUID secret = role("Secret", "rights.secret");
        UUID guard = role("Garde", "rights.guard");
        UUID desk = role("Administration déléguée");
        Client head = ent.as(school.head());
        assertThat(head.get("/console/roles").status()).isEqualTo(403);
        give(admin, gift(desk, school.head(), "SCHOOL", school.schoolId()));
        Map<String, @Nullable Object> limited = gift(secret, school.head(), "SCHOOL", school.schoolId());
        limited.put("until", EntExtension.today().plusDays(10));
        give(admin, limited);

        Map<String, @Nullable Object> fits = gift(secret, school.schoolStaff(), "CLASS", school.youngClass());
        fits.put("until", EntExtension.today().plusDays(5));
        String given = give(head, fits);
        Map<String, @Nullable Object> tooLong = gift(secret, school.schoolStaff(), "CLASS", school.youngClass());
        assertThat(head.postJson(API + "/grants", tooLong).status())
                .as("no end")
                .isEqualTo(403);
        Map<String, @Nullable Object> tooWide = gift(secret, school.schoolStaff(), "TENANT", null);
        tooWide.put("until", EntExtension.today().plusDays(5));
        assertThat(head.postJson(API + "/grants", tooWide).status())
                .as("whole ENT")
                .isEqualTo(403);
        Map<String, @Nullable Object> notHeld = gift(guard, school.schoolStaff(), "SCHOOL", school.schoolId());
        Answer refused = head.postJson(API + "/grants", notHeld);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("Garder l’essai");

        assertThat(ent.as(school.schoolStaff()).get(ROOT + "secret").status()).isEqualTo(200);
        assertThat(head.delete(API + "/grants/" + given).status()).isEqualTo(204);
        assertThat(head.postForm("/console/roles", "nom", "À moi").status()).isEqualTo(403);
    }

    @Test
    void hours_given_on_lie_within_ones_own() {
        UUID secret = role("Secret", "rights.secret");
        give(admin, gift(role("Administration déléguée"), school.head(), "SCHOOL", school.schoolId()));
        Map<String, @Nullable Object> evening = gift(secret, school.head(), "SCHOOL", school.schoolId());
        int day = LocalDate.now(Database.ZONE).getDayOfWeek().getValue();
        evening.put("slots", List.of(Map.of("day", day, "begins", "00:00", "ends", "23:59:59")));
        give(admin, evening);
        Client head = ent.as(school.head());
        Map<String, @Nullable Object> always = gift(secret, school.schoolStaff(), "SCHOOL", school.schoolId());
        assertThat(head.postJson(API + "/grants", always).status()).isEqualTo(403);
        Map<String, @Nullable Object> within = gift(secret, school.schoolStaff(), "SCHOOL", school.schoolId());
        within.put("slots", List.of(Map.of("day", day, "begins", "16:00", "ends", "19:00")));
        give(head, within);
        Map<String, @Nullable Object> otherDay = gift(secret, school.schoolStaff(), "SCHOOL", school.schoolId());
        otherDay.put("slots", List.of(Map.of("day", 1 + day % 7, "begins", "16:00", "ends", "19:00")));
        assertThat(head.postJson(API + "/grants", otherDay).status()).isEqualTo(403);
    }

    @Test
    void every_change_can_be_undone_until_it_is_overtaken() {
        UUID secret = role("Secret", "rights.secret");
        give(admin, gift(secret, school.guest(), "TENANT", null));
        Client guest = ent.as(school.guest());
        String change = read(admin.get(API + "/changes")).path(0).path("id").asText();
        assertThat(guest.get(ROOT + "secret").status()).isEqualTo(200);
        assertThat(admin.postForm("/console/roles/changements/" + change + "/annuler")
                        .status())
                .isEqualTo(303);
        assertThat(guest.get(ROOT + "secret").status()).isEqualTo(403);
        assertThat(admin.postForm("/console/roles/changements/" + change + "/annuler")
                        .status())
                .isEqualTo(422);
        role("Secret", "rights.guard");
        String overtaken = read(admin.get(API + "/changes")).path(0).path("id").asText();
        role("Secret", "rights.guard", "rights.serve");
        assertThat(admin.postForm("/console/roles/changements/" + overtaken + "/annuler")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void profiles_lose_and_get_back_a_right() {
        Client guardian = ent.as(school.guardian());
        assertThat(guardian.get(ROOT).status()).isEqualTo(200);
        assertThat(admin.postForm("/console/roles/profils/rights.read", "profil", "TEACHER")
                        .status())
                .isEqualTo(303);
        Answer refused = guardian.get(ROOT);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("ce droit n’est pas donné au profil parent".substring(1));
        assertThat(admin.postForm("/console/roles/profils/rights.read", "defaut", "oui")
                        .status())
                .isEqualTo(303);
        assertThat(guardian.get(ROOT).status()).isEqualTo(200);
        assertThat(admin.postForm("/console/roles/profils/rights.rien", "profil", "TEACHER")
                        .status())
                .isEqualTo(404);
        assertThat(admin.postForm("/console/roles/profils/rights.read", "age", "cent")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_pupil_too_young_waits() {
        Client pupil = ent.as(school.pupil());
        assertThat(pupil.get(ROOT).status()).isEqualTo(200);
        admin.postForm("/console/roles/profils/rights.read", "profil", "PUPIL", "age", "17");
        Answer refused = pupil.get(ROOT);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("ta maîtresse").doesNotContain("17 ans");
    }

    @Test
    void a_court_decision_counts_at_once_for_that_guardian_alone() {
        Client guardian = ent.as(school.otherGuardian());
        assertThat(guardian.get(ROOT).status()).isEqualTo(200);
        String path = "/console/personnes/" + school.otherGuardian().id() + "/liens/"
                + school.otherPupil().id();
        assertThat(ent.as(school.teacher()).postForm(path).status()).isEqualTo(403);
        assertThat(ent.as(school.head()).postForm(path, "contact", "oui").status())
                .isEqualTo(303);
        Answer refused = guardian.get(ROOT);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("vous n’exercez pas l’autorité parentale".substring(1));
        assertThat(ent.as(school.guardian()).get(ROOT).status()).isEqualTo(200);
        ent.as(school.head()).postForm(path, "contact", "oui", "autorite", "oui");
        assertThat(guardian.get(ROOT).status()).isEqualTo(200);
    }

    @Test
    void a_substitute_has_the_class_for_the_days_agreed() {
        Tenants tenants = ent.server().get(Tenants.class);
        UUID substitute = tenants.addPerson(school.tenantId(), Profile.TEACHER, "Lou", "Remplaçant", "");
        Standings standings = ent.server().get(Standings.class);
        RightId write = new RightId("rights", "write");
        fr.preau.api.access.Place place = fr.preau.api.access.Place.schoolClass(school.youngClass());
        String path = "/console/classes/" + school.youngClass() + "/remplacement";
        Client head = ent.as(school.head());
        assertThat(ent.as(school.otherGuardian()).postForm(path).status()).isEqualTo(403);
        assertThat(head.postForm(path, "personne", substitute.toString(), "debut", "2026-02-30")
                        .status())
                .isEqualTo(422);
        LocalDate today = LocalDate.now(Database.ZONE);
        assertThat(head.postForm(
                                path,
                                "personne",
                                substitute.toString(),
                                "debut",
                                today.toString(),
                                "fin",
                                today.plusDays(13).toString())
                        .status())
                .isEqualTo(303);
        Standing standing = standings.of(school.tenantId(), substitute).orElseThrow();
        java.time.Instant now = java.time.Instant.now();
        assertThat(standing.may(write, place, now)).isTrue();
        assertThat(standing.may(write, place, now.plus(java.time.Duration.ofDays(12))))
                .isTrue();
        assertThat(standing.may(write, place, now.plus(java.time.Duration.ofDays(15))))
                .isFalse();
        assertThat(standing.may(write, fr.preau.api.access.Place.schoolClass(school.oldClass()), now))
                .isFalse();
    }

    @Test
    void the_last_administrator_stays() {
        assertThat(admin.postForm("/console/roles/administration/"
                                + school.administrator().id() + "/retirer")
                        .status())
                .isEqualTo(422);
        assertThat(admin.postForm(
                                "/console/roles/administration",
                                "personne",
                                school.head().id().toString())
                        .status())
                .isEqualTo(303);
        assertThat(admin.postForm(
                                "/console/roles/administration/" + school.head().id() + "/retirer")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void why_is_told_to_who_may_ask() {
        String question = "?personne=" + school.guardian().id() + "&droit=rights.secret&si=role";
        Answer told = admin.get("/console/pourquoi" + question);
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body()).contains("ne peut pas voir le secret").contains("Et si un rôle");
        assertThat(ent.as(school.head()).get("/console/pourquoi" + question).status())
                .isEqualTo(200);
        assertThat(ent.as(school.teacher()).get("/console/pourquoi" + question).status())
                .isEqualTo(403);
        JsonNode answer =
                read(admin.get(API + "/decisions?person=" + school.guardian().id() + "&right=rights.read"));
        assertThat(answer.path("allowed").asBoolean()).isTrue();
        assertThat(answer.path("sentence").asText()).contains("est ouvert à").contains("élève de");
        JsonNode closed = read(
                admin.get(API + "/decisions?person=" + school.guardian().id() + "&right=rights.read&whatIf=closed"));
        assertThat(closed.path("allowed").asBoolean()).isFalse();
        assertThat(admin.get(API + "/decisions?right=rien").status()).isEqualTo(422);
        assertThat(ent.as(ent.otherSchool().administrator())
                        .get(API + "/decisions?person=" + school.guardian().id() + "&right=rights.read")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void its_pages_are_readable_by_everybody() {
        UUID secret = role("Secret", "rights.secret");
        give(admin, gift(secret, school.guest(), "SCHOOL", school.schoolId()));
        TestBrowser browser = ent.browser();
        Page page = browser.as(school.administrator());
        for (String path : List.of(
                "/console/roles",
                "/console/roles/" + secret,
                "/console/roles/donner?q=a",
                "/console/roles/donner?personne=" + school.guest().id(),
                "/console/roles/profils",
                "/console/qui-peut",
                "/console/qui-peut?droit=rights.read&lieu=" + school.youngClass(),
                "/console/pourquoi?personne=" + school.guest().id() + "&droit=rights.read&si=open",
                "/console/classes/" + school.youngClass() + "/remplacement",
                "/console/personnes/" + school.otherPupil().id())) {
            assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
            browser.check(page);
        }
    }
}
