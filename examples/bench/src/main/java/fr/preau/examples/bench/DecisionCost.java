package fr.preau.examples.bench;

import fr.preau.api.Profile;
import fr.preau.api.access.Place;
import fr.preau.server.Ent;
import fr.preau.server.access.RightId;
import fr.preau.server.access.Standings;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.tenancy.Tenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * What a decision costs when a person has 10, 100 or 1,000 grants: the statement that a request makes for its decisions and one
 * decision, measured in turns, as a ratio to 10.
 */
final class DecisionCost {
    private static final int[] GRANTS = {10, 100, 1_000};
    private static final int ROUNDS = 9;
    private static final int DECISIONS = 1_500;
    private static final RightId RIGHT = new RightId("blog", "read");

    private final Ent ent;
    private final int tenant;

    DecisionCost(Ent ent, int tenant) {
        this.ent = ent;
        this.tenant = tenant;
    }

    void measure() {
        List<UUID> people = new ArrayList<>();
        for (int count : GRANTS) {
            people.add(somebodyWith(count));
        }
        double[][] costs = new double[GRANTS.length][ROUNDS];
        for (int round = -3; round < ROUNDS; round++) {
            for (int i = 0; i < GRANTS.length; i++) {
                double cost = decide(people.get(i));
                if (round >= 0) {
                    costs[i][round] = cost;
                }
            }
        }
        System.out.printf("%nDécision (une instruction SQL et un droit), %d à la fois%n", DECISIONS);
        double floor = median(costs[0]);
        for (int i = 0; i < GRANTS.length; i++) {
            System.out.printf(
                    "  %5d rôles donnés : %6.1f µs, %.2f fois le prix de 10%n",
                    GRANTS[i], median(costs[i]), median(costs[i]) / floor);
        }
    }

    private UUID somebodyWith(int grants) {
        UUID person = ent.get(Tenants.class).addPerson(tenant, Profile.GUEST, "Dom", "Mesure", "");
        Scope.run(
                tenant,
                Scope.Mode.WRITE,
                () -> ent.get(Database.class).core().jdbi().useHandle(handle -> {
                    handle.createUpdate("insert into core.role (name) values (:name)")
                            .bind("name", "Mesure " + grants)
                            .execute();
                    handle.createUpdate("insert into core.role_right (role_id, plugin_id, name) "
                                    + "select id, 'blog', 'read' from core.role where name = :name")
                            .bind("name", "Mesure " + grants)
                            .execute();
                    handle.createUpdate(
                                    "insert into core.role_grant (role_id, subject, scope_kind, scope_id, given_by_name) "
                                            + "select r.id, :subject, 'CLASS', c.id, 'mesure' from core.role r, "
                                            + "(select id, row_number() over () as rank, count(*) over () as count from core.class) c, "
                                            + "generate_series(1, :grants) n where r.name = :name and c.rank = 1 + n % c.count")
                            .bind("name", "Mesure " + grants)
                            .bind("subject", "PERSON:" + person)
                            .bind("grants", grants)
                            .execute();
                }));
        return person;
    }

    /** In microseconds for one. */
    private double decide(UUID person) {
        Standings standings = ent.get(Standings.class);
        long start = System.nanoTime();
        int allowed = 0;
        for (int i = 0; i < DECISIONS; i++) {
            if (standings.of(tenant, person).orElseThrow().may(RIGHT, Place.anywhere(), Instant.now())) {
                allowed++;
            }
        }
        if (allowed != DECISIONS) {
            throw new IllegalStateException("the grants give the right");
        }
        return (System.nanoTime() - start) / 1_000.0 / DECISIONS;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
