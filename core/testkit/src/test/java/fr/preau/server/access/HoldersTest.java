package fr.preau.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.preau.api.access.Place;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import fr.preau.testkit.PluginJar;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may, here: the list agrees with each decision, and is shown to who may ask. */
class HoldersTest {
    private static final String PAGE = "/console/qui-peut";
    private static final String API = "/api/core/holders";

    @RegisterExtension
    static final EntExtension ent =
            EntExtension.bare().with(PluginJar.of(RightsPlugin.class).build());

    private final MadeUpSchool school = ent.school();
    private final Client admin = ent.as(school.administrator());

    @Test
    void lists_and_decisions_agree_for_rights_of_every_reach() throws SQLException {
        Standings standings = ent.server().get(Standings.class);
        Holders holders = ent.server().get(Holders.class);
        long seed = new Random().nextLong();
        for (int i = 0; i < 5; i++) {
            agree("world " + (seed + i) + ", ", new Random(seed + i), standings, holders);
        }
    }

    private static void agree(String which, Random seed, Standings standings, Holders holders) throws SQLException {
        try (Connection database = ent.database()) {
            RandomWorld random = new RandomWorld(database, seed.nextLong(), 45);
            World world = standings
                    .of(random.tenant, random.people.get(0))
                    .orElseThrow()
                    .world();
            for (String name : Set.of("read", "write", "serve", "guard", "rule", "secret")) {
                RightId right = new RightId("rights", name);
                Place place = switch (name) {
                    case "rule" -> Place.anywhere();
                    case "serve", "guard" -> Place.school(random.schools.get(0));
                    default -> Place.schoolClass(random.classes.get(0));
                };
                Set<UUID> expected = new TreeSet<>();
                for (UUID person : random.people) {
                    if (standings.of(random.tenant, person).orElseThrow().may(right, place, Instant.now())) {
                        expected.add(person);
                    }
                }
                Holders.Found found = holders.find(random.tenant, world, right, place, "", 1);
                Set<UUID> listed = new TreeSet<>();
                found.people().forEach(holder -> listed.add(holder.id()));
                assertThat(listed).as(which + name).isEqualTo(expected);
                assertThat(found.total()).as(which + name).isEqualTo(expected.size());
                assertThat(found.people())
                        .as("by what")
                        .allMatch(holder ->
                                !holder.profiles().isEmpty() || !holder.roles().isEmpty());
            }
        }
    }

    @Test
    void the_page_names_them_and_leads_to_the_reason() {
        String question = "?droit=rights.read&lieu=" + school.youngClass();
        Answer answer = admin.get(PAGE + question);
        assertThat(answer.status()).isEqualTo(200);
        String guardian = "/console/pourquoi?personne=" + school.guardian().id() + "&amp;droit=rights.read&amp;lieu="
                + school.youngClass();
        assertThat(answer.body()).contains(guardian, "Parent", "Élève");
        assertThat(admin.get(PAGE + question + "&nom=zzz").body()).contains("Personne de ce nom");
        assertThat(admin.get(PAGE + question + "&page=99").status()).isEqualTo(200);
        assertThat(admin.get(PAGE + "?droit=rien&lieu=rien&page=x").status()).isEqualTo(200);
        assertThat(admin.get("/console/classes").body()).contains(PAGE + "?lieu=" + school.youngClass());
        assertThat(admin.get("/console/services").body()).contains(PAGE + "?droit=rights.read");
    }

    @Test
    void a_page_has_fifty_and_the_search_takes_letters_as_they_are() throws SQLException {
        Standings standings = ent.server().get(Standings.class);
        Holders holders = ent.server().get(Holders.class);
        try (Connection database = ent.database()) {
            RandomWorld random = new RandomWorld(database, 1, 120, 0);
            World world = standings
                    .of(random.tenant, random.people.get(0))
                    .orElseThrow()
                    .world();
            try (var statement = database.createStatement()) {
                statement.execute(
                        "update core.person set profile = 'INSPECTOR', suspended_at = null, first_name = 'Élo%' "
                                + "where tenant_id = " + random.tenant);
                statement.execute(
                        "insert into core.opening (tenant_id, plugin_id, school_id, since) select tenant_id, 'rights', "
                                + "id, now() - interval '1 day' from core.school s where tenant_id = " + random.tenant
                                + " and not exists (select from core.opening o where o.tenant_id = s.tenant_id and o.school_id = s.id)");
                statement.execute("delete from core.profile_right where tenant_id = " + random.tenant);
            }
            RightId rule = new RightId("rights", "rule");
            Set<UUID> seen = new TreeSet<>();
            for (int page = 1; page <= 3; page++) {
                Holders.Found found = holders.find(random.tenant, world, rule, Place.anywhere(), "", page);
                assertThat(found.total()).isEqualTo(120);
                assertThat(found.pages()).isEqualTo(3);
                found.people().forEach(holder -> seen.add(holder.id()));
            }
            assertThat(seen).hasSize(120);
            Holders.Found past = holders.find(random.tenant, world, rule, Place.anywhere(), "", 99);
            assertThat(past.total()).isEqualTo(120);
            assertThat(past.page()).isEqualTo(1);
            for (String asked : Set.of("elo%", "ÉLO", "n11")) {
                assertThat(holders.find(random.tenant, world, rule, Place.anywhere(), asked, 1)
                                .total())
                        .as(asked)
                        .isPositive();
            }
            for (String asked : Set.of("_", "%n", "e%")) {
                assertThat(holders.find(random.tenant, world, rule, Place.anywhere(), asked, 1)
                                .total())
                        .as(asked)
                        .isZero();
            }
        }
    }

    @Test
    void heads_ask_about_their_school_alone() throws IOException {
        String question = "?right=rights.read&place=" + school.youngClass();
        assertThat(ent.as(school.head()).get(API + question).status()).isEqualTo(200);
        assertThat(ent.as(school.teacher()).get(API + question).status()).isEqualTo(403);
        assertThat(ent.as(ent.otherSchool().head()).get(API + question).status())
                .isEqualTo(403);
        assertThat(ent.as(school.head()).get(API + "?right=rights.rule").status())
                .isEqualTo(403);
        assertThat(ent.as(school.head()).get(PAGE + "?droit=rights.rule").status())
                .isEqualTo(403);
        JsonNode found = new ObjectMapper().readTree(admin.get(API + question).body());
        assertThat(found.path("total").asInt()).isPositive();
        assertThat(admin.get(API + "?right=rien").status()).isEqualTo(422);
        assertThat(admin.get(API + "?right=rights.read").status()).isEqualTo(422);
        assertThat(admin.get(API + "?right=preau.give-roles").status()).isEqualTo(422);
    }
}
