package fr.preau.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.access.Place;
import fr.preau.server.Config;
import fr.preau.server.db.Database;
import fr.preau.server.db.DatabaseAddress;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.PluginJar;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * In random worlds, the engine and the views of {@code ent} agree on every pair, explanations name facts that hold, and taking
 * away what a decision rests on turns it. {@code -Dpreau.worlds=…} tries more of them.
 */
class DecisionsAgreeTest {
    private static final int WORLDS = Integer.getInteger("preau.worlds", 12);
    private static final int PEOPLE = 40;
    private static final List<String> RIGHTS = List.of("read", "write", "serve", "secret", "guard", "rule");

    @RegisterExtension
    static final EntExtension ent =
            EntExtension.bare().with(PluginJar.of(RightsPlugin.class).build());

    private final Standings standings = ent.server().get(Standings.class);

    private static Connection plugin(int tenant) throws SQLException {
        DatabaseAddress address =
                Objects.requireNonNull(ent.server().get(Config.class).database());
        String login = ent.server().get(Database.class).loginOf("rights");
        Connection connection = DriverManager.getConnection(address.jdbcUrl(), login, address.passwordOf(login));
        try (Statement statement = connection.createStatement()) {
            statement.execute("set time zone 'Europe/Paris'");
            statement.execute("select set_config('ent.tenant', '" + tenant + "', false)");
        }
        return connection;
    }

    private static Set<String> rows(Connection plugin, String sql) throws SQLException {
        Set<String> rows = new TreeSet<>();
        try (Statement statement = plugin.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1) + " " + result.getString(2) + " " + result.getString(3));
            }
        }
        return rows;
    }

    @Test
    void engine_and_views_agree_on_every_pair() throws SQLException {
        long seed = new Random().nextLong();
        for (int i = 0; i < WORLDS; i++) {
            try (Connection admin = ent.database()) {
                agree(new RandomWorld(admin, seed + i, PEOPLE), "world " + (seed + i));
            }
        }
    }

    /** {@code -Dpreau.people=…} makes it larger. */
    @Test
    void they_agree_among_thousands_of_people() throws SQLException {
        long seed = new Random().nextLong();
        try (Connection admin = ent.database()) {
            agree(new RandomWorld(admin, seed, Integer.getInteger("preau.people", 2_000), 200), "world " + seed);
        }
    }

    private void agree(RandomWorld world, String name) throws SQLException {
        Set<String> inClasses = new TreeSet<>();
        Set<String> inSchools = new TreeSet<>();
        Set<String> things = new TreeSet<>();
        Instant now = Instant.now();
        for (UUID person : world.people) {
            Standing standing = standings.of(world.tenant, person).orElseThrow();
            for (String right : RIGHTS) {
                RightId id = new RightId("rights", right);
                boolean ofSchools = right.equals("serve") || right.equals("guard");
                if (!ofSchools && !right.equals("rule")) {
                    for (UUID place : world.classes) {
                        note(standing, id, Place.schoolClass(place), now, inClasses);
                    }
                }
                for (UUID place : ofSchools ? world.schools : List.<UUID>of()) {
                    note(standing, id, Place.school(place), now, inSchools);
                }
            }
            for (UUID thing : world.resources) {
                Standing towards =
                        standings.towards(world.tenant, person, thing).orElseThrow();
                for (String right : RIGHTS) {
                    note(towards, new RightId("rights", right), Place.resource(thing), now, things);
                }
            }
        }
        for (String what : List.of("class", "school", "resource")) {
            assertThat(holders(world, what))
                    .as(name + ", who holds, by " + what)
                    .isEqualTo(
                            switch (what) {
                                case "class" -> inClasses;
                                case "school" -> inSchools;
                                default -> things;
                            });
        }
        try (Connection plugin = plugin(world.tenant)) {
            assertThat(rows(plugin, "select distinct class_id, person_id, right_name from ent.class_right"))
                    .as(name + ", classes")
                    .isEqualTo(inClasses);
            assertThat(rows(plugin, "select distinct school_id, person_id, right_name from ent.school_right"))
                    .as(name + ", schools")
                    .isEqualTo(inSchools);
            assertThat(rows(plugin, "select distinct resource_id, person_id, right_name from ent.resource_right"))
                    .as(name + ", things")
                    .isEqualTo(things);
        }
    }

    /** As lists of who may, here, read it. */
    private static Set<String> holders(RandomWorld world, String what) throws SQLException {
        try (Connection core = ent.database();
                Statement statement = core.createStatement()) {
            statement.execute("set time zone 'Europe/Paris'");
            statement.execute("select set_config('ent.tenant', '" + world.tenant + "', false)");
            return rows(
                    core,
                    "select distinct %1$s_id, person_id, right_name from access.%1$s_holder where plugin_id = 'rights'"
                            .formatted(what));
        }
    }

    private static void note(Standing standing, RightId right, Place place, Instant at, Set<String> held) {
        Decision decision = standing.decide(right, place, at);
        assertThat(standing.may(right, place, at)).as("check and explain").isEqualTo(decision.allowed());
        if (decision.allowed()) {
            assertThat(decision.ways()).allMatch(Way::holds);
            held.add(place.id() + " " + standing.person().id() + " " + right.name());
        } else {
            assertThat(decision.required().stream().allMatch(Fact::holds)
                            && decision.ways().stream().anyMatch(Way::holds))
                    .isFalse();
        }
    }

    @Test
    void without_what_it_rests_on_a_decision_turns() throws SQLException {
        long seed = new Random().nextLong();
        int turned = 0;
        for (int i = 0; i < WORLDS; i++) {
            try (Connection admin = ent.database()) {
                turned += turn(admin, new RandomWorld(admin, seed + i, PEOPLE), "world " + (seed + i));
            }
        }
        assertThat(turned).isGreaterThan(WORLDS);
    }

    private int turn(Connection admin, RandomWorld world, String name) throws SQLException {
        int turned = 0;
        Instant now = Instant.now();
        for (UUID person : world.people.subList(0, 20)) {
            for (UUID place : world.classes) {
                Standing standing = standings.of(world.tenant, person).orElseThrow();
                Decision decision = standing.decide(new RightId("rights", "read"), Place.schoolClass(place), now);
                if (decision.allowed() && decision.ways().size() == 1) {
                    for (Fact fact : facts(decision)) {
                        turned += turn(admin, world, decision, fact, name) ? 1 : 0;
                    }
                    break;
                }
            }
        }
        return turned;
    }

    private static List<Fact> facts(Decision decision) {
        List<Fact> facts = new ArrayList<>(decision.required());
        facts.addAll(decision.ways().get(0).facts());
        return facts;
    }

    /** Takes a fact out of the database, asks again, and puts it back. */
    private boolean turn(Connection admin, RandomWorld world, Decision decision, Fact fact, String name)
            throws SQLException {
        List<String> away = new ArrayList<>();
        List<String> back = new ArrayList<>();
        UUID person = decision.person();
        if (fact instanceof Fact.Account) {
            away.add("update core.person set suspended_at = now() where id = '" + person + "'");
            back.add("update core.person set suspended_at = null where id = '" + person + "'");
        } else if (fact instanceof Fact.Granted granted) {
            String where = " where id = '" + granted.grant().id() + "'";
            away.add("update core.role_grant set revoked_at = now()" + where);
            back.add("update core.role_grant set revoked_at = null" + where);
        } else if (fact instanceof Fact.Open open) {
            String where = " where tenant_id = " + world.tenant + " and school_id = '" + open.school() + "'";
            away.add("update core.opening set plugin_id = 'autre'" + where);
            back.add("update core.opening set plugin_id = 'rights'" + where);
        } else if (fact instanceof Fact.ByProfile byProfile) {
            String key = world.tenant + ", '" + byProfile.profile() + "', 'rights', 'read'";
            String where = " where tenant_id = " + world.tenant + " and profile = '" + byProfile.profile()
                    + "' and plugin_id = 'rights' and name = 'read'";
            if (count(admin, "core.profile_right" + where) > 0) {
                return false;
            }
            away.add("insert into core.profile_right (tenant_id, profile, plugin_id, name, held) values (" + key
                    + ", false)");
            back.add("delete from core.profile_right" + where);
        } else if (fact instanceof Fact.Guardian guardian) {
            String where = " where guardian_id = '" + person + "' and pupil_id = '" + guardian.child() + "'";
            away.add("update core.guardianship set authority = false" + where);
            back.add("update core.guardianship set authority = true" + where);
        } else {
            return false;
        }
        run(admin, away);
        try {
            Standing after = standings.of(world.tenant, person).orElseThrow();
            assertThat(after.may(decision.right(), decision.place(), decision.at()))
                    .as(name + ": " + person + " " + decision + " without " + fact)
                    .isFalse();
        } finally {
            run(admin, back);
        }
        Standing again = standings.of(world.tenant, person).orElseThrow();
        assertThat(again.may(decision.right(), decision.place(), decision.at()))
                .as("put back")
                .isTrue();
        return true;
    }

    private static long count(Connection admin, String from) throws SQLException {
        try (Statement statement = admin.createStatement();
                var row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(Connection admin, List<String> statements) throws SQLException {
        for (String sql : statements) {
            try (PreparedStatement statement = admin.prepareStatement(sql)) {
                statement.execute();
            }
        }
    }

    @Test
    void another_tenants_world_is_never_seen() throws SQLException {
        try (Connection admin = ent.database()) {
            RandomWorld one = new RandomWorld(admin, 1, PEOPLE);
            RandomWorld other = new RandomWorld(admin, 2, PEOPLE);
            try (Connection plugin = plugin(one.tenant)) {
                Set<String> strangers = new HashSet<>();
                other.people.forEach(person -> strangers.add(person.toString()));
                assertThat(rows(plugin, "select class_id, person_id, right_name from ent.class_right"))
                        .noneMatch(row -> strangers.contains(row.split(" ")[1]));
            }
            assertThat(standings.of(one.tenant, other.people.get(0))).isEmpty();
        }
    }
}
