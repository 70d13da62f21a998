package fr.preau.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import fr.preau.api.web.BadInput;
import fr.preau.server.access.PersonFacts.Slot;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.PluginJar;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Random sequences of giving, taking back and undoing, by people of whom one administers. What anybody gives or brings back lies
 * within what they were given themselves at that moment, by a reading of the rows that shares no code with the engine: so, step by
 * step, nothing is reached by a chain of grants that nobody above held. {@code -Dpreau.worlds=…} tries more of them.
 */
class DelegationPropertiesTest {
    private static final int WORLDS = Integer.getInteger("preau.worlds", 12);
    private static final int STEPS = 60;
    private static final List<String> RIGHTS =
            List.of("rights.read", "rights.secret", "rights.guard", "rights.serve", "preau.give-roles");

    @RegisterExtension
    static final EntExtension ent =
            EntExtension.bare().with(PluginJar.of(RightsPlugin.class).build());

    private final Grants grants = ent.server().get(Grants.class);
    private final LocalDate today = EntExtension.today();

    private final List<UUID> roles = new ArrayList<>();
    private Random random = new Random();
    private int given;
    private int refused;

    @Test
    void nobody_passes_on_what_they_were_not_given() throws SQLException {
        long seed = new Random().nextLong();
        for (int i = 0; i < WORLDS; i++) {
            random = new Random(seed + i);
            try (Connection admin = ent.database()) {
                RandomWorld world = new RandomWorld(admin, seed + i, 8);
                prepare(admin, world);
                for (int step = 0; step < STEPS; step++) {
                    step(admin, world, "world " + (seed + i) + ", step " + step);
                }
            }
        }
        assertThat(given).as("given on by delegates").isGreaterThan(WORLDS);
        assertThat(refused).as("refused to delegates").isGreaterThan(WORLDS);
    }

    /** Without the random grants, with one administrator and roles that give roles. */
    private void prepare(Connection admin, RandomWorld world) throws SQLException {
        run(admin, "delete from core.role_grant where tenant_id = " + world.tenant);
        run(admin, "update core.person set suspended_at = null where tenant_id = " + world.tenant);
        run(
                admin,
                "insert into core.administrator (tenant_id, person_id) values (" + world.tenant + ", '"
                        + world.people.get(0) + "')");
        roles.clear();
        Caller boss = caller(world, 0);
        for (int i = 0; i < 5; i++) {
            Set<String> rights = new HashSet<>(List.of(any(RIGHTS), any(RIGHTS)));
            if (i < 3) {
                rights.add("preau.give-roles");
            }
            roles.add(grants.makeRole(boss, "Essai " + i, "", rights));
        }
        for (int i = 0; i < 6; i++) {
            grants.give(boss, wanted(world));
        }
    }

    private void step(Connection admin, RandomWorld world, String name) throws SQLException {
        int who = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(world.people.size() - 1);
        Caller caller = caller(world, who);
        Set<String> own = who == 0 ? Set.of() : reach(admin, world, caller.personId());
        Set<String> before = live(admin, world);
        try {
            switch (random.nextInt(6)) {
                case 0 -> grants.revoke(caller, any(ids(admin, "core.role_grant", world)));
                case 1 -> grants.undo(caller, any(ids(admin, "core.change", world)));
                default -> grants.give(caller, wanted(world));
            }
        } catch (ForbiddenException | NotFoundException | BadInput e) {
            refused += who == 0 ? 0 : 1;
            assertThat(live(admin, world))
                    .as(name + ": a refusal changes nothing")
                    .isEqualTo(before);
            return;
        }
        if (who == 0) {
            return;
        }
        Set<String> changed = new HashSet<>(live(admin, world));
        Set<String> gone = new HashSet<>(before);
        gone.removeAll(changed);
        changed.removeAll(before);
        changed.addAll(gone);
        for (String grant : changed) {
            assertThat(own).as(name + ": grant " + grant).containsAll(atoms(admin, world, "g.id = '" + grant + "'"));
            given++;
        }
    }

    private Wanted wanted(RandomWorld world) {
        String scope = any(List.of("TENANT", "SCHOOL", "SCHOOL", "CLASS", "GROUP"));
        UUID place = switch (scope) {
            case "TENANT" -> null;
            case "SCHOOL" -> any(world.schools);
            case "CLASS" -> any(world.classes);
            default -> any(world.groups);
        };
        LocalDate since = today.plusDays(any(List.of(0, 0, 1)));
        LocalDate until = any(List.of(true, false)) ? null : since.plusDays(any(List.of(2, 5)));
        List<Slot> slots = random.nextInt(3) > 0
                ? List.of()
                : List.of(new Slot(
                        today.getDayOfWeek().getValue(),
                        any(List.of(LocalTime.MIN, LocalTime.of(16, 0))),
                        LocalTime.MAX));
        UUID person = world.people.get(1 + random.nextInt(world.people.size() - 1));
        String subject = random.nextInt(4) == 0 ? "GROUP:" + any(world.groups) : "PERSON:" + person;
        return new Wanted(any(roles), subject, scope, place, since, until, slots, "");
    }

    /** All that somebody was given and has now, in parts that can't be divided: a right, a place, a day, an hour of the week. */
    private Set<String> reach(Connection admin, RandomWorld world, UUID person) throws SQLException {
        return atoms(
                admin,
                world,
                "g.since <= current_date and (g.subject = 'PERSON:" + person + "' or exists (select from "
                        + "core.people_group_member m where 'GROUP:' || m.group_id = g.subject and m.person_id = '"
                        + person
                        + "' and m.since <= current_date and (m.until is null or m.until > current_date))) and (not exists "
                        + "(select from core.role_grant_slot s where s.grant_id = g.id) or exists (select from "
                        + "core.role_grant_slot s where s.grant_id = g.id and s.day = extract(isodow from now()) and "
                        + "now()::time >= s.begins and now()::time < s.ends)) and g.revoked_at is null and "
                        + "(g.until is null or g.until > current_date)");
    }

    private static Set<String> atoms(Connection admin, RandomWorld world, String which) throws SQLException {
        String sql = """
                select distinct r.plugin_id || '.' || r.name || ' ' || place.id || ' +' || day || ' ' || hour
                from core.role_grant g
                join core.role_right r on r.tenant_id = g.tenant_id and r.role_id = g.role_id
                join (select 'whole ENT' as id, null::uuid as school, null::uuid as own, true as ofTenant, true as now
                      union all select id::text, id, id, true, true from core.school where tenant_id = %1$d
                      union all select id::text, school_id, id, true, school_year = extract(year from current_date - interval
                            '7 months') from core.class where tenant_id = %1$d
                      union all select id::text, school_id, id, true, true from core.people_group where tenant_id = %1$d) place
                  on place.own = g.scope_id or (place.now and (g.scope_kind = 'TENANT'
                       or (g.scope_kind = 'SCHOOL' and place.school = g.scope_id)))
                cross join (values (0), (1), (2), (3), (4), (5), (6), (900)) days (day)
                cross join (values (1, time '03:00'), (1, '17:00'), (2, '03:00'), (2, '17:00'), (3, '03:00'), (3, '17:00'),
                    (4, '03:00'), (4, '17:00'), (5, '03:00'), (5, '17:00'), (6, '03:00'), (6, '17:00'), (7, '03:00'),
                    (7, '17:00')) hours (weekday, hour_of_day)
                cross join lateral (select weekday || ' ' || hour_of_day as hour) h
                where g.tenant_id = %1$d and %2$s
                  and g.since <= current_date + day and (g.until is null or g.until > current_date + day)
                  and (not exists (select from core.role_grant_slot s where s.grant_id = g.id)
                       or exists (select from core.role_grant_slot s where s.grant_id = g.id and s.day = weekday
                                  and hour_of_day >= s.begins and hour_of_day < s.ends))
                """.formatted(world.tenant, which);
        return read(admin, sql);
    }

    private static Set<String> live(Connection admin, RandomWorld world) throws SQLException {
        return read(admin, "select id from core.role_grant where revoked_at is null and tenant_id = " + world.tenant);
    }

    private static List<UUID> ids(Connection admin, String table, RandomWorld world) throws SQLException {
        return read(admin, "select id from " + table + " where tenant_id = " + world.tenant).stream()
                .sorted()
                .map(UUID::fromString)
                .toList();
    }

    private static Set<String> read(Connection admin, String sql) throws SQLException {
        Set<String> rows = new HashSet<>();
        try (Statement statement = admin.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private static void run(Connection admin, String sql) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Caller caller(RandomWorld world, int who) {
        return new Caller(
                world.people.get(who), world.tenant, "Monde", Profile.GUEST, "Essai", "Essai " + who, who == 0);
    }

    private <T extends @Nullable Object> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
