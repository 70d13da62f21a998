package fr.preau.server.convention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import fr.preau.api.Authority;
import fr.preau.api.Profile;
import fr.preau.server.account.Accounts;
import fr.preau.server.db.Database;
import fr.preau.server.tenancy.Tenants;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.SchoolPerson;
import fr.preau.testkit.TestBrowser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What delegates are told, when, and once. */
class NoticesTest {
    private static final String API = "/api/core/notices";
    private static int made;

    @RegisterExtension
    static final EntExtension ent = EntExtension.bare().with(TestPlugins.jar("ville", Authority.COLLECTIVITE));

    private final Conventions conventions = ent.server().get(Conventions.class);
    private final Parties parties = ent.server().get(Parties.class);
    private final Reminders reminders = ent.server().get(Reminders.class);
    private final LocalDate today = LocalDate.now(Database.ZONE);
    private int tenant;
    private UUID school;
    private SchoolPerson mayor;
    private SchoolPerson inspector;

    @BeforeEach
    void two_parties_with_a_delegate_each() {
        Tenants tenants = ent.server().get(Tenants.class);
        String slug = "avis" + ++made;
        tenant = tenants.create(slug, "Espace d’essai", Tenants.Kind.COMMUNE);
        tenants.addCommune(tenant, "9980" + made, "Essai");
        school = tenants.addSchool(tenant, "099980" + made + "A", "École d’essai", "9980" + made);
        conventions.start(tenant, Template.COMMUNE, "Essai", Actor.OPERATOR);
        mayor = delegate(Profile.MUNICIPAL_STAFF, Side.COLLECTIVITE, "Ange", slug);
        inspector = delegate(Profile.INSPECTOR, Side.EDUCATION_NATIONALE, "Claude", slug);
    }

    private SchoolPerson delegate(Profile profile, Side side, String first, String slug) {
        UUID id = ent.server().get(Tenants.class).addPerson(tenant, profile, first, "Essai", "");
        String login = first.toLowerCase(java.util.Locale.ROOT) + "." + slug;
        ent.server().get(Accounts.class).give(tenant, id, login, EntExtension.PASSWORD, false);
        parties.name(tenant, party(side), id, "Déléguée", Actor.OPERATOR);
        return new SchoolPerson(tenant, id, profile, first + " Essai", login);
    }

    private UUID party(Side side) {
        return parties.list(tenant).stream()
                .filter(party -> party.side() == side)
                .map(PartyLine::id)
                .findFirst()
                .orElseThrow();
    }

    private static Actor actor(SchoolPerson person) {
        return new Actor(person.id(), person.name());
    }

    private static List<String> kinds(SchoolPerson person) {
        List<String> kinds = new ArrayList<>();
        for (JsonNode notice : ent.as(person).get(API).json()) {
            kinds.add(notice.path("kind").asText() + (notice.path("readAt").isNull() ? "" : " lu"));
        }
        return kinds;
    }

    private static int unread(SchoolPerson person) {
        String page = ent.as(person).get("/compte").body();
        int at = page.indexOf("class=\"count\"");
        return at < 0
                ? 0
                : Integer.parseInt(page.substring(at).replaceAll("(?s)^.*?aria-hidden=\"true\">(\\d+)<.*", "$1"));
    }

    @Test
    void who_has_to_sign_is_told_and_who_asks_is_not() {
        assertThat(unread(inspector)).isZero();
        Client town = ent.as(mayor);
        assertThat(town.postForm("/console/convention/versions/1/proposer", "echeance", today.minusDays(1) + "")
                        .status())
                .isEqualTo(422);
        assertThat(town.postForm("/console/convention/versions/1/proposer", "echeance", today.plusDays(9) + "")
                        .status())
                .isEqualTo(303);
        assertThat(kinds(mayor)).isEmpty();
        assertThat(kinds(inspector)).containsExactly("convention.sign");
        assertThat(unread(inspector)).isEqualTo(1);
        JsonNode notice = ent.as(inspector).get(API).json().get(0);
        assertThat(notice.path("text").asText()).contains("version 1").contains("Ange Essai");
        assertThat(notice.path("due").asText()).isEqualTo(today.plusDays(9).toString());
        String id = notice.path("id").asText();
        assertThat(town.postForm("/avis/" + id).status()).isEqualTo(404);
        assertThat(town.putJson(API + "/" + id + "/read", Map.of()).status()).isEqualTo(404);
        assertThat(ent.as(inspector).postForm("/avis/" + id).location())
                .endsWith("/console/convention/versions/1/signer");
        assertThat(unread(inspector)).isZero();
        assertThat(kinds(inspector)).containsExactly("convention.sign lu");
    }

    @Test
    void what_is_signed_asks_no_more_and_what_is_in_force_is_told() {
        conventions.propose(tenant, 1, null, Actor.OPERATOR);
        assertThat(unread(mayor)).isEqualTo(1);
        conventions.sign(tenant, 1, party(Side.COLLECTIVITE), List.of(""), actor(mayor));
        assertThat(kinds(mayor)).as("the service is still to sign").containsExactly("convention.sign");
        conventions.sign(tenant, 1, party(Side.COLLECTIVITE), List.of("ville"), actor(mayor));
        assertThat(kinds(mayor)).containsExactly("convention.sign lu");
        conventions.sign(tenant, 1, party(Side.EDUCATION_NATIONALE), List.of(""), actor(inspector));
        assertThat(kinds(mayor)).containsExactly("convention.inforce", "convention.sign lu");
        assertThat(kinds(inspector)).containsExactly("convention.sign lu");
    }

    @Test
    void a_refusal_is_told_with_its_reason_and_proposed_anew_it_asks_anew() {
        conventions.propose(tenant, 1, null, actor(mayor));
        conventions.sendBack(tenant, 1, "Il manque un article", actor(inspector));
        assertThat(kinds(inspector)).containsExactly("convention.sign lu");
        assertThat(ent.as(mayor).get("/avis").body()).contains("Il manque un article");
        conventions.propose(tenant, 1, null, actor(mayor));
        assertThat(kinds(inspector)).containsExactly("convention.sign", "convention.sign lu");
    }

    @Test
    void waves_and_stops_are_told_to_the_other_side() {
        Waves waves = ent.server().get(Waves.class);
        UUID wave =
                waves.propose(tenant, new Waves.Plan("Pilotes", true, "", today, today, List.of(school)), actor(mayor));
        assertThat(kinds(inspector)).containsExactly("wave.proposed");
        waves.accept(tenant, wave, actor(inspector));
        assertThat(kinds(inspector)).containsExactly("wave.proposed lu");
        assertThat(kinds(mayor)).containsExactly("wave.accepted");
        Stops stops = ent.server().get(Stops.class);
        UUID stop = stops.stop(tenant, new Stops.Order("ville", null, null, null, "Vérification", null), actor(mayor));
        stops.lift(tenant, stop, actor(mayor));
        assertThat(kinds(inspector)).containsExactly("stop.lifted.service", "stop.service", "wave.proposed lu");
        assertThat(ent.as(inspector).get("/avis").body())
                .contains("Vérification")
                .contains("« ville »");
    }

    @Test
    void reminders_come_a_week_before_the_day_before_and_after_once_each() {
        LocalDate due = today.plusDays(20);
        conventions.propose(tenant, 1, due, actor(mayor));
        reminders.on(tenant, today);
        assertThat(kinds(inspector)).containsExactly("convention.sign");
        for (int days : new int[] {7, 3, 1, 0, -1, -30}) {
            CompletableFuture<?>[] nodes = new CompletableFuture<?>[4];
            for (int node = 0; node < nodes.length; node++) {
                nodes[node] = CompletableFuture.runAsync(() -> reminders.on(tenant, due.minusDays(days)));
            }
            CompletableFuture.allOf(nodes).join();
        }
        assertThat(kinds(inspector))
                .containsExactly(
                        "convention.sign.late", "convention.sign.day", "convention.sign.week", "convention.sign");
        conventions.sign(tenant, 1, party(Side.EDUCATION_NATIONALE), List.of(""), actor(inspector));
        assertThat(unread(inspector)).isZero();
        assertThat(kinds(mayor)).as("their own signature waits too").hasSize(3);
    }

    @Test
    void an_end_that_is_near_is_told_three_times() {
        conventions.writeFrame(tenant, 1, "Convention", "", today.minusDays(10), today.plusDays(100), Actor.OPERATOR);
        conventions.propose(tenant, 1, null, Actor.OPERATOR);
        for (Side side : Side.values()) {
            conventions.sign(
                    tenant, 1, party(side), List.of("", "ville").subList(0, side.ordinal() + 1), Actor.OPERATOR);
        }
        ent.as(mayor).putJson(API + "/read", Map.of());
        for (int left : new int[] {95, 90, 89, 30, 29, 7, 1}) {
            reminders.on(tenant, today.plusDays(100 - left));
        }
        assertThat(kinds(mayor))
                .filteredOn(kind -> kind.equals("convention.ends"))
                .hasSize(3);
    }

    @Test
    void the_number_costs_no_statement() {
        Database database = ent.server().get(Database.class);
        long without = cost(database, mayor);
        conventions.propose(tenant, 1, null, Actor.OPERATOR);
        assertThat(unread(mayor)).isEqualTo(1);
        assertThat(cost(database, mayor)).isEqualTo(without);
    }

    private static long cost(Database database, SchoolPerson person) {
        ent.as(person).get("/compte");
        long before = database.roundTrips();
        ent.as(person).get("/compte");
        return database.roundTrips() - before;
    }

    @Test
    void the_page_is_readable_empty_and_full_and_turns_its_leaves() {
        TestBrowser browser = ent.browser();
        Page page = browser.as(inspector);
        page.navigate("/avis");
        assertThat(page.locator("main").innerText()).contains("Aucun avis");
        browser.check(page);
        Stops stops = ent.server().get(Stops.class);
        for (int i = 1; i <= 21; i++) {
            stops.stop(tenant, new Stops.Order("ville", null, null, null, "Essai " + i, null), actor(mayor));
        }
        page.navigate("/avis");
        assertThat(page.locator(".count [aria-hidden]").innerText()).isEqualTo("21");
        browser.check(page);
        page.locator("a[rel=next]").click();
        assertThat(page.locator("main .told"))
                .satisfies(told -> assertThat(told.count()).isEqualTo(1));
        page.getByText("Tout marquer comme lu").click();
        assertThat(page.locator(".count").count()).isZero();
        assertThat(ent.as(inspector).get("/avis?page=zut").status()).isEqualTo(200);
        assertThat(ent.anonymous().get("/avis").status()).isEqualTo(303);
    }
}
