package fr.preau.server.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant of random people, ties, grants, openings and stops, written straight into the database. */
final class RandomWorld {
    private static final List<String> RIGHTS = List.of("read", "write", "serve", "secret", "guard", "rule");
    private static final List<String> PROFILES =
            List.of("PUPIL", "GUARDIAN", "TEACHER", "HEAD", "SCHOOL_STAFF", "INSPECTOR", "MUNICIPAL_STAFF", "GUEST");

    final int tenant;
    final List<UUID> schools = new ArrayList<>();
    final List<UUID> classes = new ArrayList<>();
    final List<UUID> groups = new ArrayList<>();
    final List<UUID> people = new ArrayList<>();
    final List<UUID> resources = new ArrayList<>();

    private final Connection admin;
    private final Random random;
    private final ZonedDateTime now = ZonedDateTime.now(ZoneId.of("Europe/Paris"));
    private final LocalDate today = now.toLocalDate();

    RandomWorld(Connection admin, long seed, int size) throws SQLException {
        this(admin, seed, size, size);
    }

    RandomWorld(Connection admin, long seed, int size, int grants) throws SQLException {
        this.admin = admin;
        this.random = new Random(seed);
        this.tenant = make();
        admin.setAutoCommit(false);
        places();
        people(size);
        roles(grants);
        admin.commit();
        admin.setAutoCommit(true);
    }

    private int make() throws SQLException {
        try (Statement statement = admin.createStatement();
                var row = statement.executeQuery("insert into system.tenant (slug, name, kind) values ('monde-' || "
                        + "floor(random() * 1e15)::bigint, 'Monde', 'COMMUNE') returning id")) {
            row.next();
            return row.getInt(1);
        }
    }

    private void sql(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = admin.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private void places() throws SQLException {
        sql("insert into core.commune (tenant_id, insee, name) values (?, '77001', 'Essai')", tenant);
        int year = today.minusMonths(7).getYear();
        for (int i = 0; i < 3; i++) {
            UUID school = UUID.randomUUID();
            schools.add(school);
            sql(
                    "insert into core.school (tenant_id, id, uai, name, insee) values (?, ?, ?, ?, '77001')",
                    tenant,
                    school,
                    "077000" + i + "A",
                    "École " + i);
            for (int c = 0; c < 3; c++) {
                UUID id = UUID.randomUUID();
                classes.add(id);
                sql(
                        "insert into core.class (tenant_id, id, school_id, school_year, name) values (?, ?, ?, ?, ?)",
                        tenant,
                        id,
                        school,
                        c == 2 ? year - 1 : year,
                        "Classe " + i + c);
            }
            if (random.nextInt(4) > 0) {
                sql(
                        "insert into core.opening (tenant_id, plugin_id, school_id, since, until) values (?, 'rights', ?, "
                                + "now() + ? * interval '1 day', now() + ? * interval '1 day')",
                        tenant,
                        school,
                        random.nextInt(3) == 0 ? 2 : -5,
                        any(List.of(3, 9, 400)));
            }
            UUID group = UUID.randomUUID();
            groups.add(group);
            sql(
                    "insert into core.people_group (tenant_id, id, school_id, name) values (?, ?, ?, ?)",
                    tenant,
                    group,
                    random.nextBoolean() ? school : null,
                    "Groupe " + i);
            resources.add(UUID.randomUUID());
        }
        if (random.nextInt(3) == 0) {
            UUID party = UUID.randomUUID();
            sql(
                    "insert into core.party (tenant_id, id, side, kind, name) values (?, ?, 'COLLECTIVITE', 'COMMUNE', 'Essai')",
                    tenant,
                    party);
            sql(
                    "insert into core.stop (tenant_id, party_id, from_profile, to_profile, name, reason) "
                            + "values (?, ?, ?, ?, 'Essai', 'Essai')",
                    tenant,
                    party,
                    any(PROFILES),
                    any(PROFILES));
        }
        if (random.nextBoolean()) {
            String profile = any(PROFILES);
            sql(
                    "insert into core.profile_right (tenant_id, profile, plugin_id, name, held, min_age) "
                            + "values (?, ?, 'rights', ?, true, ?) on conflict do nothing",
                    tenant,
                    profile,
                    any(RIGHTS),
                    profile.equals("PUPIL") ? 8 : null);
            sql(
                    "insert into core.profile_right (tenant_id, profile, plugin_id, name, held) "
                            + "values (?, ?, 'rights', ?, false) on conflict do nothing",
                    tenant,
                    any(PROFILES),
                    any(RIGHTS));
        }
    }

    private void people(int size) throws SQLException {
        for (int i = 0; i < size; i++) {
            UUID id = UUID.randomUUID();
            people.add(id);
            sql(
                    "insert into core.person (tenant_id, id, profile, first_name, last_name, birth_date, service, suspended_at) "
                            + "values (?, ?, ?, 'Essai', ?, ?, ?, case when ? then now() end)",
                    tenant,
                    id,
                    any(PROFILES),
                    "N" + i,
                    random.nextBoolean() ? today.minusDays(random.nextInt(365 * 15)) : null,
                    random.nextInt(3) == 0 ? "Garderie" : "",
                    random.nextInt(15) == 0);
            for (int m = 0; m < random.nextInt(3); m++) {
                String role = any(List.of("PUPIL", "TEACHER", "HEAD", "STAFF"));
                int c = random.nextInt(classes.size());
                boolean inClass = role.equals("PUPIL") || (!role.equals("HEAD") && random.nextInt(3) > 0);
                sql(
                        "insert into core.membership (tenant_id, person_id, school_id, class_id, role, since, until) "
                                + "values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        tenant,
                        id,
                        schools.get(c / 3),
                        inClass ? classes.get(c) : null,
                        role,
                        today.plusDays(any(List.of(-400, -3, 0, 3))),
                        until());
            }
            if (i > 0 && random.nextInt(2) == 0) {
                UUID child = people.get(random.nextInt(i));
                sql(
                        "insert into core.guardianship (tenant_id, guardian_id, pupil_id, since, authority, contact, until) "
                                + "values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        tenant,
                        id,
                        child,
                        today.plusDays(any(List.of(-300, 0, 4))),
                        random.nextInt(4) > 0,
                        random.nextInt(5) > 0,
                        until());
            }
            if (random.nextInt(3) == 0) {
                sql(
                        "insert into core.people_group_member (tenant_id, group_id, person_id, since, until) "
                                + "values (?, ?, ?, ?, ?)",
                        tenant,
                        any(groups),
                        id,
                        today.plusDays(any(List.of(-9, 0, 5))),
                        until());
            }
        }
    }

    private @Nullable LocalDate until() {
        return random.nextInt(3) > 0 ? null : today.plusDays(any(List.of(6, 30, 300)));
    }

    private void roles(int grants) throws SQLException {
        List<UUID> roles = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            UUID role = UUID.randomUUID();
            roles.add(role);
            sql(
                    "insert into core.role (tenant_id, id, name, removed_at) values (?, ?, ?, case when ? then now() end)",
                    tenant,
                    role,
                    "Rôle " + i,
                    random.nextInt(6) == 0);
            for (int r = 0; r < 2; r++) {
                sql(
                        "insert into core.role_right (tenant_id, role_id, plugin_id, name) values (?, ?, 'rights', ?) "
                                + "on conflict do nothing",
                        tenant,
                        role,
                        any(RIGHTS));
            }
        }
        for (int i = 0; i < grants; i++) {
            grant(roles);
        }
    }

    private void grant(List<UUID> roles) throws SQLException {
        UUID id = UUID.randomUUID();
        String scope = any(List.of("TENANT", "SCHOOL", "CLASS", "GROUP", "RESOURCE"));
        boolean share = scope.equals("RESOURCE");
        UUID place = switch (scope) {
            case "TENANT" -> null;
            case "SCHOOL" -> any(schools);
            case "CLASS" -> any(classes);
            case "GROUP" -> any(groups);
            default -> any(resources);
        };
        boolean level = share && random.nextBoolean();
        LocalDate since = today.plusDays(any(List.of(-20, -1, 0, 2)));
        LocalDate until = until();
        sql(
                "insert into core.role_grant (tenant_id, id, role_id, subject, scope_kind, scope_id, plugin_id, resource_kind, "
                        + "resource_school, level, since, until, given_by_name, given_by_profile, revoked_at) values "
                        + "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'Essai', ?, case when ? then now() end) on conflict do nothing",
                tenant,
                id,
                level ? null : any(roles),
                subject(),
                scope,
                place,
                share ? "rights" : "",
                share ? "thing" : "",
                share && random.nextBoolean() ? any(schools) : null,
                level ? any(List.of("read", "write")) : "",
                since,
                until,
                any(PROFILES),
                random.nextInt(10) == 0);
        if (random.nextInt(3) == 0) {
            boolean nowIn = random.nextBoolean();
            int day = nowIn
                    ? now.getDayOfWeek().getValue()
                    : 1 + now.getDayOfWeek().getValue() % 7;
            sql(
                    "insert into core.role_grant_slot (tenant_id, grant_id, day, begins, ends) select ?, ?, ?, ?, ? "
                            + "where exists (select from core.role_grant where id = ?)",
                    tenant,
                    id,
                    day,
                    LocalTime.of(0, 0),
                    LocalTime.of(23, 59, 59),
                    id);
        }
    }

    private String subject() {
        return switch (random.nextInt(9)) {
            case 0 -> "PROFILE:" + any(PROFILES);
            case 1 -> "SERVICE:Garderie";
            case 2 -> "GROUP:" + any(groups);
            case 3 -> "CLASS_GUARDIAN:" + any(classes);
            case 4 -> "CLASS_PUPIL:" + any(classes);
            case 5 -> "SCHOOL_TEACHER:" + any(schools);
            case 6 -> "SCHOOL_SCHOOL_STAFF:" + any(schools);
            default -> "PERSON:" + any(people);
        };
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
