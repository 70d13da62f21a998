package fr.preau.server.convention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import fr.preau.api.Authority;
import fr.preau.server.tenancy.Tenants;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import fr.preau.testkit.TestBrowser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The convention from outside: who may sign, what follows from signatures, waves and stops, and what an amendment keeps. */
class ConventionTest {
    private static final String API = "/api/core/convention";
    private static final ObjectMapper json = new ObjectMapper();

    @RegisterExtension
    static final EntExtension ent = EntExtension.bare()
            .with(TestPlugins.jar("ecole", Authority.EDUCATION_NATIONALE))
            .with(TestPlugins.jar("ville", Authority.COLLECTIVITE))
            .with(TestPlugins.jar("ensemble", Authority.BOTH));

    private final MadeUpSchool school = ent.school();
    private final Parties parties = ent.server().get(Parties.class);

    private Client delegate(Side side) {
        var person = side == Side.EDUCATION_NATIONALE ? school.inspector() : school.administrator();
        PartyLine party = parties.list(school.tenantId()).stream()
                .filter(each -> each.side() == side)
                .findFirst()
                .orElseThrow();
        if (parties.seats(school.tenantId(), person.id()).isEmpty()) {
            parties.name(school.tenantId(), party.id(), person.id(), "Déléguée", Actor.OPERATOR);
        }
        return ent.as(person);
    }

    private static JsonNode read(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        try {
            return json.readTree(answer.body());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> open(Client client) {
        return Stream.of("ecole", "ville", "ensemble")
                .filter(plugin -> client.get("/apps/" + plugin + "/").status() == 200)
                .toList();
    }

    @Test
    void everything_runs_where_all_have_signed() {
        assertThat(open(ent.as(school.guardian()))).containsExactly("ecole", "ville", "ensemble");
    }

    @Test
    void either_side_stops_at_once_and_only_that_side_lifts() {
        Client academy = delegate(Side.EDUCATION_NATIONALE);
        Client town = delegate(Side.COLLECTIVITE);
        Client guardian = ent.as(school.guardian());
        String id = read(academy.postJson(API + "/stops", Map.of("service", "ville", "reason", "Essai d’arrêt")))
                .path("id")
                .asText();
        assertThat(open(guardian)).containsExactly("ecole", "ensemble");
        assertThat(guardian.get("/apps/ville/").body()).contains("Essai d’arrêt");
        assertThat(town.delete(API + "/stops/" + id).status()).isEqualTo(403);
        assertThat(academy.delete(API + "/stops/" + id).status()).isEqualTo(204);
        assertThat(open(guardian)).containsExactly("ecole", "ville", "ensemble");
        assertThat(academy.delete(API + "/stops/" + id).status()).isEqualTo(422);
    }

    @Test
    void the_whole_ent_can_be_stopped_and_the_portal_goes_on() {
        Client town = delegate(Side.COLLECTIVITE);
        Client guardian = ent.as(school.guardian());
        String id = read(town.postJson(API + "/stops", Map.of("reason", "Panne générale d’essai")))
                .path("id")
                .asText();
        assertThat(open(guardian)).isEmpty();
        assertThat(guardian.get("/").status()).isEqualTo(200);
        assertThat(town.delete(API + "/stops/" + id).status()).isEqualTo(204);
    }

    @Test
    void nobody_else_signs_proposes_or_stops() {
        for (Client client : List.of(ent.as(school.head()), ent.as(school.teacher()), ent.as(school.guardian()))) {
            assertThat(client.postJson(API + "/stops", Map.of("reason", "Essai"))
                            .status())
                    .isEqualTo(403);
            assertThat(client.postForm("/console/convention/avenant").status()).isEqualTo(403);
        }
        assertThat(ent.as(school.head()).get("/console/convention").status()).isEqualTo(200);
        assertThat(ent.as(school.teacher()).get("/console/convention").status()).isEqualTo(403);
        assertThat(ent.anonymous().get("/console/convention").status()).isEqualTo(303);
    }

    @Test
    void an_amendment_keeps_the_signatures_of_what_did_not_change() {
        Client academy = delegate(Side.EDUCATION_NATIONALE);
        Client town = delegate(Side.COLLECTIVITE);
        String location = town.postForm("/console/convention/avenant").location();
        int version = Integer.parseInt(location.substring(location.lastIndexOf('/') + 1));
        String path = "/console/convention/versions/" + version;
        assertThat(town.postForm(path + "/services/ville", "autorite", "BOTH", "finalite", "Autre but")
                        .status())
                .isEqualTo(303);
        assertThat(academy.postForm(path + "/services/ecole", "autorite", "COLLECTIVITE")
                        .status())
                .isEqualTo(422);
        assertThat(town.postForm(path + "/proposer", "echeance", "2026-13-01").status())
                .isEqualTo(422);
        assertThat(town.postForm(path + "/proposer").status()).isEqualTo(303);
        assertThat(town.get("/console/convention/comparer?de=1&a=" + version).body())
                .contains("Autre but");
        UUID education = party(Side.EDUCATION_NATIONALE);
        UUID commune = party(Side.COLLECTIVITE);
        Map<String, Object> whole = Map.of("party", education, "whole", true);
        assertThat(read(academy.postJson(API + "/versions/" + version + "/signatures", whole))
                        .path("signatures")
                        .asInt())
                .isEqualTo(1);
        assertThat(open(ent.as(school.guardian())))
                .as("the first version goes on")
                .contains("ville");
        read(town.postJson(API + "/versions/" + version + "/signatures", Map.of("party", commune, "whole", true)));
        assertThat(open(ent.as(school.guardian()))).containsExactly("ecole", "ensemble");
        read(town.postJson(
                API + "/versions/" + version + "/signatures", Map.of("party", commune, "services", List.of("ville"))));
        assertThat(open(ent.as(school.guardian()))).containsExactly("ecole", "ensemble");
        read(academy.postJson(
                API + "/versions/" + version + "/signatures",
                Map.of("party", education, "services", List.of("ville"))));
        assertThat(open(ent.as(school.guardian()))).containsExactly("ecole", "ville", "ensemble");
    }

    private UUID party(Side side) {
        return parties.list(school.tenantId()).stream()
                .filter(each -> each.side() == side)
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void a_commune_of_an_rpi_signs_for_its_own_schools() {
        Tenants tenants = ent.server().get(Tenants.class);
        int tenant = tenants.create("rpi", "RPI d’essai", Tenants.Kind.SYNDICAT);
        tenants.addCommune(tenant, "99911", "Essai-le-Haut");
        tenants.addCommune(tenant, "99912", "Essai-le-Bas");
        UUID high = tenants.addSchool(tenant, "0999911A", "École du Haut", "99911");
        tenants.addSchool(tenant, "0999912A", "École du Bas", "99912");
        Conventions conventions = ent.server().get(Conventions.class);
        int version = conventions.start(tenant, Template.RPI, "RPI d’essai", Actor.OPERATOR);
        conventions.propose(tenant, version, null, Actor.OPERATOR);
        List<PartyLine> all = parties.list(tenant);
        for (PartyLine party : all) {
            boolean bas = "99912".equals(party.insee());
            List<String> services = party.side() == Side.EDUCATION_NATIONALE
                    ? List.of("", "ecole", "ensemble")
                    : bas ? List.of("") : List.of("", "ville", "ensemble");
            conventions.sign(tenant, version, party.id(), services, Actor.OPERATOR);
        }
        ent.server().get(Waves.class).everywhere(tenant, "Essai", "Essai");
        assertThat(ent.server().get(Waves.class).openNow(tenant))
                .extracting(OpenNow::pluginId, OpenNow::schoolName)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("ecole", "École du Haut"),
                        org.assertj.core.groups.Tuple.tuple("ecole", "École du Bas"),
                        org.assertj.core.groups.Tuple.tuple("ville", "École du Haut"),
                        org.assertj.core.groups.Tuple.tuple("ensemble", "École du Haut"));
        assertThat(high).isNotNull();
    }

    @Test
    void two_who_sign_at_once_complete_a_version_once() throws Exception {
        Tenants tenants = ent.server().get(Tenants.class);
        int tenant = tenants.create("ensemble", "Espace d’essai", Tenants.Kind.COMMUNE);
        tenants.addCommune(tenant, "99921", "Essai");
        Conventions conventions = ent.server().get(Conventions.class);
        int version = conventions.start(tenant, Template.COMMUNE, "Essai", Actor.OPERATOR);
        conventions.propose(tenant, version, null, Actor.OPERATOR);
        CompletableFuture<?>[] signing = parties.list(tenant).stream()
                .map(party -> CompletableFuture.runAsync(
                        () -> conventions.sign(tenant, version, party.id(), List.of("", "ensemble"), Actor.OPERATOR)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(signing).get();
        assertThat(conventions.inForce(tenant)).isPresent();
        assertThat(ent.server().get(Approvals.class).of(tenant))
                .extracting(Waiting::subject)
                .containsOnly("ecole", "ville");
    }

    @Test
    void the_public_page_and_its_paper_name_no_other_person() {
        Client anybody = ent.anonymous();
        assertThat(anybody.get("/convention").body()).contains("essai");
        Answer page = anybody.get("/convention/essai");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Claude Académie").contains("ensemble").doesNotContain("Alix");
        assertThat(anybody.get("/convention/essai/convention.pdf").body()).startsWith("%PDF");
        assertThat(anybody.get("/convention/inconnue").status()).isEqualTo(404);
    }

    @Test
    void another_tenant_knows_nothing_of_it() {
        delegate(Side.COLLECTIVITE);
        Client stranger = ent.as(ent.otherSchool().administrator());
        assertThat(stranger.get(API).body()).doesNotContain(school.name());
        assertThat(stranger.get("/console/convention/versions/99").status()).isEqualTo(404);
        assertThat(stranger.get("/console/convention/versions/rien").status()).isEqualTo(404);
    }

    @Test
    void its_pages_are_readable_by_everybody() {
        delegate(Side.COLLECTIVITE);
        TestBrowser browser = ent.browser();
        Page page = browser.as(school.administrator());
        for (String path : List.of(
                "/console/convention",
                "/console/convention/versions/1",
                "/console/convention/versions/1/signer",
                "/console/convention/deploiement",
                "/console/convention/arrets",
                "/console/convention/parties?q=a",
                "/console/attente",
                "/convention/essai")) {
            assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
            browser.check(page);
        }
    }
}
