package fr.preau.server.charter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.preau.api.Profile;
import fr.preau.server.Config;
import fr.preau.server.Ent;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who is asked to accept what, and when again. */
class CharterTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    @TempDir
    Path data;

    private static Desk desk(Audience audience) {
        return new Desk(ent.as(ent.school().administrator()), audience);
    }

    private static boolean isIn(Client client) {
        return client.get("/services").status() == 200;
    }

    private static int version(Client client) {
        return client.get("/api/core/charter").json().at("/charter/version").asInt();
    }

    private static String tick(UUID child, Audience audience, int version) {
        return child + "/" + audience + "/" + version;
    }

    @Test
    void a_new_version_is_asked_of_its_audience_alone_with_the_next_request() {
        Client guest = ent.as(Profile.GUEST);
        Client inspector = ent.as(Profile.INSPECTOR);
        Client otherGuest = ent.as(ent.otherSchool().guest());
        assertThat(List.of(isIn(guest), isIn(inspector), isIn(otherGuest))).containsOnly(true);
        int before = version(guest);
        desk(Audience.GUEST).republish("La charte des invités, autrement");
        assertThat(guest.get("/services").location()).contains("/charte?suite=%2Fservices");
        assertThat(guest.get("/apps/rien/").location()).contains("/charte");
        assertThat(isIn(inspector)).isTrue();
        assertThat(isIn(otherGuest)).as("another tenant").isTrue();
        assertThat(version(otherGuest)).isEqualTo(1);
        String page = guest.get("/charte?suite=/compte").body();
        assertThat(page).contains("La charte des invités, autrement", "La charte a changé", "Version " + (before + 1));
        Answer accepted =
                guest.postForm("/charte", "public", "GUEST", "version", String.valueOf(before + 1), "suite", "/compte");
        assertThat(accepted.location()).endsWith("/compte");
        assertThat(guest.get("/compte").body()).contains("Vous avez accepté la version " + (before + 1));
        assertThat(guest.get("/charte").body()).contains("Vous avez accepté cette charte");
    }

    @Test
    void every_node_asks_again_at_once() throws Exception {
        Client guest = ent.as(Profile.GUEST);
        Config first = ent.server().get(Config.class);
        try (Ent node = Ent.serve(new Config(0, "127.0.0.1", data, List.of(), first.database(), null, false, false))) {
            String cookie = "preau_session=" + guest.cookies().get("preau_session");
            assertThat(get(node, cookie)).isEqualTo(200);
            desk(Audience.GUEST).republish("Encore une fois " + System.nanoTime());
            long published = System.nanoTime();
            while (get(node, cookie) == 200) {
                assertThat(System.nanoTime() - published).isLessThan(2_000_000_000L);
            }
            guest.putJson("/api/core/charter", Map.of());
            assertThat(get(node, cookie)).as("and lets in at once").isEqualTo(200);
        }
    }

    private static int get(Ent node, String cookie) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(node.address() + "/services"))
                .header("Cookie", cookie)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void somebody_who_is_remembered_costs_the_statement_of_decisions_alone() {
        Client agent = ent.as(ent.school().agent());
        isIn(agent);
        var database = ent.server().get(fr.preau.server.db.Database.class);
        long before = database.roundTrips();
        assertThat(agent.get("/services").status()).isEqualTo(200);
        assertThat(database.roundTrips() - before).isOne();
    }

    @Test
    void the_form_of_a_replaced_version_is_refused_and_the_new_one_shown() {
        Client guest = ent.as(Profile.GUEST);
        int before = version(guest);
        desk(Audience.GUEST).republish("Remplacée entre-temps");
        Answer stale = guest.postForm("/charte", "public", "GUEST", "version", String.valueOf(before));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("rien n’a été enregistré", "Remplacée entre-temps");
        assertThat(isIn(guest)).isFalse();
        Answer json = guest.putJson("/api/core/charter", Map.of("version", before));
        assertThat(json.status()).isEqualTo(409);
        assertThat(json.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
        assertThat(guest.putJson("/api/core/charter", Map.of("version", before + 1))
                        .status())
                .isEqualTo(204);
        assertThat(isIn(guest)).isTrue();
    }

    @Test
    void programs_find_it_described() {
        JsonNode paths = ent.anonymous().get("/openapi.json").json().get("paths");
        assertThat(paths.has("/api/core/charter")).isTrue();
        assertThat(paths.has("/api/core/charter/children/{id}")).isTrue();
    }

    @Test
    void what_no_form_holds_is_refused_without_a_fault() {
        Client guest = ent.as(Profile.GUEST);
        assertThat(guest.postForm("/charte", "version", "deux").status()).isEqualTo(422);
        assertThat(guest.postForm("/charte", "version", "9999999999").status()).isEqualTo(422);
        assertThat(guest.postForm("/charte", "public", "PERSONNE").status()).isEqualTo(422);
        assertThat(guest.postForm("/charte", "public", "PUPIL").status()).isEqualTo(409);
        assertThat(guest.postForm("/charte", "enfant", "rien").status()).isEqualTo(404);
        assertThat(guest.get("/charte/enfants").status()).isEqualTo(404);
        assertThat(guest.putJson("/api/core/charter", "x").status()).isEqualTo(400);
        assertThat(guest.putJson("/api/core/charter/children/rien", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void a_pupil_under_the_age_waits_for_a_guardian_and_then_reads_once() {
        Family family = Family.of(ent, 9);
        Client child = family.child().signedIn();
        assertThat(child.get("/").location()).contains("/charte");
        String told = Jsoup.parse(child.get("/charte").body()).select("main").text();
        assertThat(told)
                .contains(
                        "Demande à un grand",
                        family.mother().firstName(),
                        family.father().firstName());
        assertThat(child.postForm("/charte").status()).isEqualTo(403);
        assertThat(child.putJson("/api/core/charter", Map.of()).status()).isEqualTo(403);
        assertThat(child.get("/api/core/charter").json().get("step").asText()).isEqualTo("GUARDIAN");
        assertThat(child.get("/services").location()).contains("/charte");

        Client mother = family.mother().signedIn();
        String page = mother.get("/charte").body();
        String tick = tick(family.child().id(), Audience.PUPIL, 1);
        assertThat(page).contains("J’accepte la charte pour " + family.child().firstName(), tick);
        assertThat(mother.postForm("/charte", "public", "GUARDIAN", "version", "1", "enfant", tick)
                        .status())
                .isEqualTo(303);
        String read = child.get("/charte").body();
        assertThat(read).contains("J’écris gentiment", "J’ai compris");
        assertThat(child.get("/services").location())
                .as("it is discovered first")
                .contains("/charte");
        assertThat(child.postForm("/charte", "public", "PUPIL", "version", "1").status())
                .isEqualTo(303);
        assertThat(isIn(child)).isTrue();
        assertThat(child.get("/compte").body())
                .contains("acceptée par " + family.mother().firstName());
    }

    @Test
    void one_of_two_guardians_is_enough_and_a_tick_left_out_keeps_nobody_from_entering() {
        Family family = Family.of(ent, 9);
        Client father = family.father().signedIn();
        assertThat(father.postForm("/charte", "version", "1").status()).isEqualTo(303);
        assertThat(father.get("/").body())
                .contains("La charte attend votre accord", family.child().firstName());
        Client mother = family.mother().accepted();
        assertThat(mother.get("/charte/enfants").body()).contains("J’accepte la charte pour");
        assertThat(mother.postForm(
                                "/charte/enfants", "enfant", tick(family.child().id(), Audience.PUPIL, 1))
                        .status())
                .isEqualTo(303);
        assertThat(father.get("/").body()).doesNotContain("La charte attend votre accord");
        assertThat(father.get("/charte/enfants").body())
                .contains("C’est fait pour")
                .doesNotContain("type=\"checkbox\"");
        JsonNode told = father.get("/api/core/charter").json().at("/children/0");
        assertThat(told.get("acceptedBy").asText()).startsWith(family.mother().firstName());
    }

    @Test
    void who_has_no_authority_or_may_not_be_in_contact_accepts_for_nobody() {
        for (String forbidden : List.of("authority", "contact")) {
            Family family = Family.of(ent, 9);
            family.sql(
                    "update core.guardianship set " + forbidden + " = false where guardian_id = ?",
                    family.father().id());
            Client father = family.father().accepted();
            String tick = tick(family.child().id(), Audience.PUPIL, 1);
            assertThat(father.get("/charte").body())
                    .doesNotContain(family.child().firstName());
            assertThat(father.postForm("/charte/enfants", "enfant", tick).status())
                    .as(forbidden)
                    .isEqualTo(404);
            assertThat(father.postForm("/charte", "enfant", tick).status()).isEqualTo(404);
            assertThat(father.putJson(
                                    "/api/core/charter/children/"
                                            + family.child().id(),
                                    Map.of())
                            .status())
                    .isEqualTo(404);
            assertThat(father.get("/").body()).doesNotContain("La charte attend votre accord");
            Client child = family.child().signedIn();
            assertThat(child.get("/charte").body())
                    .contains(family.mother().firstName())
                    .doesNotContain(family.father().firstName());
            assertThat(isIn(child)).isFalse();
        }
    }

    @Test
    void nobody_accepts_for_a_child_of_others_or_of_another_tenant() {
        Family family = Family.of(ent, 9);
        Family stranger = Family.in(ent, ent.otherSchool(), 9);
        String path = "/api/core/charter/children/" + family.child().id();
        for (Client client : List.of(
                stranger.mother().accepted(),
                Family.of(ent, 9).mother().accepted(),
                ent.as(Profile.HEAD),
                ent.as(ent.school().administrator()))) {
            assertThat(client.putJson(path, Map.of()).status()).isEqualTo(404);
        }
        assertThat(isIn(family.child().signedIn())).isFalse();
    }

    @Test
    void an_unknown_birth_date_counts_as_under_and_from_the_age_on_pupils_accept_alone() {
        Client unknown = Family.of(ent, null).child().signedIn();
        assertThat(unknown.get("/charte").body()).contains("Demande à un grand");
        Client old = Family.of(ent, 15).child().signedIn();
        assertThat(old.get("/charte").body()).contains("J’ai compris, je suis d’accord");
        assertThat(old.postForm("/charte", "version", "1").status()).isEqualTo(303);
        assertThat(isIn(old)).isTrue();
    }

    @Test
    void the_age_can_be_changed_and_counts_at_once() {
        Client administrator = ent.as(ent.school().administrator());
        Family family = Family.of(ent, 12);
        Client child = family.child().signedIn();
        assertThat(child.putJson("/api/core/charter", Map.of()).status()).isEqualTo(403);
        try {
            assertThat(administrator
                            .postForm("/console/charte/ages", "accord", "12", "images", "8")
                            .status())
                    .isEqualTo(303);
            assertThat(child.putJson("/api/core/charter", Map.of()).status()).isEqualTo(204);
            assertThat(isIn(child)).isTrue();
            administrator.postForm("/console/charte/ages", "accord", "13", "images", "13");
            assertThat(isIn(child))
                    .as("a guardian's acceptance is missing again")
                    .isFalse();
            family.mother()
                    .accepted()
                    .putJson("/api/core/charter/children/" + family.child().id(), Map.of());
            assertThat(child.get("/charte").body()).contains("Je parle gentiment");
            administrator.postForm("/console/charte/ages", "accord", "0", "images", "0");
            assertThat(Family.of(ent, null)
                            .child()
                            .signedIn()
                            .putJson("/api/core/charter", Map.of())
                            .status())
                    .isEqualTo(204);
            for (String bad : new String[] {"", "-1", "19", "quinze", "1e1"}) {
                Answer refused = administrator.postForm("/console/charte/ages", "accord", bad, "images", "8");
                assertThat(refused.status()).as(bad).isEqualTo(422);
                assertThat(refused.body()).contains("entre 0 et 18");
            }
        } finally {
            administrator.postForm("/console/charte/ages", "accord", "15", "images", "8");
        }
    }

    @Test
    void a_birthday_shuts_nobody_out() {
        // In the other tenant: the pupils' charter changes.
        Family family = Family.in(ent, ent.otherSchool(), 7);
        Client child = family.child().signedIn();
        Client mother = family.mother().accepted();
        mother.putJson("/api/core/charter/children/" + family.child().id(), Map.of());
        assertThat(Jsoup.parse(child.get("/charte").body()).select(".young .gallery .shed svg"))
                .hasSize(5);
        child.postForm("/charte", "public", "YOUNG_PUPIL", "version", "1");
        assertThat(isIn(child)).isTrue();
        family.sql(
                "update core.person set birth_date = current_date - interval '8 years' where id = ?",
                family.child().id());
        Client again = family.child().signedIn();
        assertThat(again.get("/charte").body())
                .as("the older pupils' charter is discovered; what the guardian accepted goes on")
                .contains("J’écris gentiment", "J’ai compris");
        again.postForm("/charte");
        assertThat(isIn(again)).isTrue();
        new Desk(ent.as(ent.otherSchool().administrator()), Audience.PUPIL).republish("Nouvelle charte");
        assertThat(again.get("/charte").body()).as("until that one changes").contains("Demande à un grand");
        int version = mother.get("/api/core/charter")
                .json()
                .at("/children/0/charter/version")
                .asInt();
        assertThat(mother.postForm(
                                "/charte/enfants", "enfant", tick(family.child().id(), Audience.PUPIL, version - 1))
                        .status())
                .isEqualTo(409);
        assertThat(mother.postForm(
                                "/charte/enfants", "enfant", tick(family.child().id(), Audience.PUPIL, version))
                        .status())
                .isEqualTo(303);
        assertThat(again.get("/charte").body()).contains("Nouvelle charte");
    }

    @Test
    void the_copy_of_a_guardian_says_what_they_accepted_for_whom() {
        Family family = Family.of(ent, 9);
        Client mother = family.mother().accepted();
        mother.putJson("/api/core/charter/children/" + family.child().id(), Map.of());
        assertThat(mother.get("/compte/donnees").body())
                .contains(family.child().id().toString(), "GUARDIAN");
    }
}
