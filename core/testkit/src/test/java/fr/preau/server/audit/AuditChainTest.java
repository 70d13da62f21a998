package fr.preau.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import fr.preau.server.Config;
import fr.preau.server.Ent;
import fr.preau.server.db.Database;
import fr.preau.server.db.DatabaseAddress;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import fr.preau.server.tenancy.Tenants;
import fr.preau.testkit.EntExtension;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain: who can't break it, and that it shows where somebody did. */
class AuditChainTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    private static final AtomicInteger tenants = new AtomicInteger();

    @TempDir
    static Path folder;

    private static final Journal.Filter ALL = new Journal.Filter("", List.of(), null, null);

    private static Audit audit() {
        return ent.server().get(Audit.class);
    }

    private static AuditChain.Verdict verify(int tenant) {
        return ent.server().get(AuditChain.class).verify(tenant);
    }

    private static List<Line> lines(int tenant) {
        return ent.server().get(Journal.class).before(tenant, ALL, Journal.END, 1_000);
    }

    private static int tenantWith(int lines) {
        String slug = "journal-" + tenants.incrementAndGet();
        int tenant = ent.server().get(Tenants.class).create(slug, slug, Tenants.Kind.COMMUNE);
        for (int i = 1; i <= lines; i++) {
            audit().record(tenant, null, "Éloïse Essai", "service.start", "n° " + i, "ligne 1:" + i);
        }
        return tenant;
    }

    private static void tamper(String sql) throws SQLException {
        try (Connection admin = ent.database();
                var statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void what_was_written_is_intact() {
        int tenant = tenantWith(5);
        assertThat(verify(tenant).intact()).isTrue();
        assertThat(verify(tenant).lines()).isEqualTo(5);
        assertThat(lines(tenant)).extracting(Line::seq).containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(verify(tenantWith(0)).intact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update core.audit set details = 'autre'",
                "delete from core.audit",
                "truncate core.audit",
                "insert into core.audit_head (tenant_id) values (1)",
                "update core.audit_head set seq = 0",
                "delete from core.audit_head",
                "truncate core.audit_head",
                "alter table core.audit disable trigger audit_chain"
            })
    void the_core_can_only_add(String sql) throws SQLException {
        try (Connection core = ent.server().get(Database.class).listener();
                var statement = core.createStatement()) {
            statement.execute("select set_config('ent.tenant', '" + ent.school().tenantId() + "', false)");
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    void the_core_chooses_neither_number_nor_time_nor_hash_nor_another_tenant() throws SQLException {
        int tenant = tenantWith(2);
        try (Connection core = ent.server().get(Database.class).listener();
                var statement = core.createStatement()) {
            statement.execute("select set_config('ent.tenant', '" + tenant + "', false)");
            statement.execute("insert into core.audit (seq, at, actor_name, action, previous, hash) "
                    + "values (99, '2001-01-01', 'x', 'y', '', '')");
            assertThatThrownBy(() -> statement.execute("insert into core.audit (tenant_id, actor_name, action) values ("
                            + ent.school().tenantId() + ", 'x', 'y')"))
                    .hasMessageContaining("another tenant");
            assertThatThrownBy(() -> statement.execute(
                            "select core.audit_forget(" + ent.school().tenantId() + ")"))
                    .hasMessageContaining("another tenant");
        }
        assertThat(lines(tenant).get(0).seq()).isEqualTo(3);
        assertThat(lines(tenant).get(0).at()).isAfter(lines(tenant).get(1).at());
        assertThat(verify(tenant).intact()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | update core.audit set details = concat(details, '.') where tenant_id = %d and seq = 3",
                "3 | update core.audit set actor_id = gen_random_uuid() where tenant_id = %d and seq = 3",
                "3 | update core.audit set at = at + interval '1 microsecond' where tenant_id = %d and seq = 3",
                "3 | update core.audit set subject = concat(subject, left(details, 1)), details = substr(details, 2) where tenant_id = %d and seq = 3",
                "1 | update core.audit set hash = '' where tenant_id = %d and seq = 1",
                "3 | delete from core.audit where tenant_id = %d and seq = 3",
                "1 | delete from core.audit where tenant_id = %d and seq = 1",
                "6 | delete from core.audit where tenant_id = %d and seq = 6",
                "5 | delete from core.audit where tenant_id = %d and seq >= 5",
                "1 | delete from core.audit where tenant_id = %d",
                "2 | update core.audit a set subject = b.subject, details = b.details from core.audit b where "
                        + "a.tenant_id = %1$d and b.tenant_id = %1$d and a.seq in (2, 4) and b.seq = 6 - a.seq",
                "1 | delete from core.audit_head where tenant_id = %d"
            })
    void tampering_is_found_where_it_was_done(long where, String sql) throws SQLException {
        int tenant = tenantWith(6);
        tamper(sql.replace("%1$d", "" + tenant).replace("%d", "" + tenant));
        assertThat(verify(tenant).firstBroken()).hasValue(where);
    }

    @Test
    void writers_at_the_same_time_keep_it_whole() throws InterruptedException {
        int tenant = tenantWith(0);
        var pool = Executors.newFixedThreadPool(6);
        for (int i = 0; i < 120; i++) {
            int number = i;
            pool.execute(() -> audit().record(tenant, null, "w" + number, "service.stop", "", ""));
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(lines(tenant)).hasSize(120);
        assertThat(verify(tenant).intact()).isTrue();
    }

    @Test
    void a_line_is_kept_or_undone_with_its_change() {
        int tenant = tenantWith(1);
        assertThatThrownBy(() -> Scope.run(tenant, Mode.WRITE, () -> {
                    audit().record(tenant, null, "x", "service.stop", "", "");
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(lines(tenant)).hasSize(1);
        Scope.run(tenant, Mode.WRITE, () -> {
            audit().recordHere(null, "x", "service.stop", "", "");
            audit().record(tenant, null, "x", "service.start", "", "");
        });
        assertThat(lines(tenant)).hasSize(3);
        assertThat(verify(tenant).intact()).isTrue();
        assertThatThrownBy(() -> audit().recordHere(null, "x", "service.stop", "", ""))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobody_sees_another_tenants_lines() {
        int one = tenantWith(3);
        int other = tenantWith(2);
        assertThat(lines(one)).hasSize(3).allMatch(line -> line.tenantId() == one);
        assertThat(lines(other)).hasSize(2).allMatch(line -> line.tenantId() == other);
        assertThat(lines(0)).isEmpty();
    }

    /** Lines as they would be had they been written that long ago. */
    private static void age(int tenant, long until, String interval) throws SQLException {
        tamper(aged(tenant, until, interval));
    }

    private static String aged(int tenant, long until, String interval) {
        return ("do $$ declare l core.audit; p bytea := decode(repeat('00', 32), 'hex'); begin "
                + "for l in select * from core.audit where tenant_id = " + tenant + " order by seq loop "
                + "if l.seq <= " + until + " then l.at := l.at - interval '" + interval + "'; end if; "
                + "l.previous := p; l.hash := core.audit_hash(l); p := l.hash; "
                + "update core.audit set at = l.at, previous = l.previous, hash = l.hash "
                + "where tenant_id = l.tenant_id and seq = l.seq; end loop; "
                + "update core.audit_head set hash = p where tenant_id = " + tenant + "; end $$");
    }

    @Test
    void old_lines_are_forgotten_and_the_rest_still_verified() throws SQLException {
        int tenant = tenantWith(6);
        age(tenant, 4, "2 years");
        assertThat(verify(tenant).intact()).isTrue();
        Forgetting forgetting = ent.server().get(Forgetting.class);
        assertThat(forgetting.in(tenant)).as("kept for three years").isZero();
        tamper("update core.audit_head set years = 1 where tenant_id = " + tenant);
        assertThat(forgetting.in(tenant)).isEqualTo(4);
        assertThat(lines(tenant)).extracting(Line::seq).containsExactly(7L, 6L, 5L);
        assertThat(lines(tenant).get(0).action()).isEqualTo("audit.forget");
        assertThat(verify(tenant).intact()).isTrue();
        assertThat(verify(tenant).lines()).isEqualTo(3);
        assertThat(forgetting.in(tenant)).isZero();
        tamper("delete from core.audit where seq = 5 and tenant_id = " + tenant);
        assertThat(verify(tenant).firstBroken()).hasValue(5);
    }

    @Test
    void what_writes_the_head_belongs_to_nobody_who_logs_in() throws SQLException {
        ownedByNobody(ent.server().get(Config.class).database(), ent.server().get(Database.class));
    }

    private static void ownedByNobody(@Nullable DatabaseAddress given, Database database) throws SQLException {
        DatabaseAddress address = Objects.requireNonNull(given);
        String owner = address.role("journal");
        try (Connection admin = DriverManager.getConnection(address.jdbcUrl(), address.admin(), address.password());
                var statement = admin.createStatement()) {
            try (var rows = statement.executeQuery("select proname, proowner::regrole::text from pg_proc "
                    + "where proname ~ '^audit_' and (prosecdef or proname = 'audit_hash')")) {
                int functions = 0;
                while (rows.next()) {
                    assertThat(rows.getString(2)).as(rows.getString(1)).isEqualTo(owner);
                    functions++;
                }
                assertThat(functions).isEqualTo(4);
            }
            try (var rows =
                    statement.executeQuery("select not (rolcanlogin or rolsuper or rolbypassrls or rolcreaterole "
                            + "or rolinherit) and not has_schema_privilege(oid, 'core', 'create') "
                            + "and not pg_has_role('" + address.role("core") + "', oid, 'member') "
                            + "from pg_roles where rolname = '" + owner + "'")) {
                assertThat(rows.next() && rows.getBoolean(1)).isTrue();
            }
        }
        for (String password : List.of("", owner, address.password(), address.passwordOf(address.role("core")))) {
            assertThatThrownBy(() -> DriverManager.getConnection(address.jdbcUrl(), owner, password)
                            .close())
                    .isInstanceOf(SQLException.class);
        }
        try (Connection core = database.listener();
                var statement = core.createStatement()) {
            for (String sql : List.of(
                    "set role " + owner,
                    "set session authorization " + owner,
                    "grant " + owner + " to current_user",
                    "alter role " + owner + " login",
                    "alter function core.audit_chain() owner to current_user",
                    "create or replace function core.audit_chain() returns trigger language sql as 'select null'",
                    "select core.audit_hash(a) from core.audit a")) {
                assertThatThrownBy(() -> statement.execute(sql))
                        .as(sql)
                        .isInstanceOf(SQLException.class)
                        .hasMessageMatching("(?s).*(permission denied|must be owner|must have|return type mismatch).*");
            }
        }
    }

    /** An external PostgreSQL: a login with CREATEROLE and CREATE on the database, and no more. */
    @Test
    void it_works_where_our_login_is_no_superuser() throws SQLException {
        DatabaseAddress first =
                Objects.requireNonNull(ent.server().get(Config.class).database());
        DatabaseAddress external =
                new DatabaseAddress(first.host(), first.port(), "external", "external_login", "essai", first.query());
        tamper("create role external_login login createrole password 'essai'");
        tamper("create database external");
        tamper("grant create on database external to external_login");
        try (Ent other = Ent.builder()
                .port(0)
                .data(folder)
                .database(external)
                .forgetful()
                .start()) {
            ownedByNobody(external, other.get(Database.class));
            int tenant = other.get(Tenants.class).create("ailleurs", "Ailleurs", Tenants.Kind.COMMUNE);
            other.get(Audit.class).record(tenant, null, "Éloïse Essai", "service.stop", "un", "");
            other.get(Audit.class).record(tenant, null, "Éloïse Essai", "service.stop", "deux", "");
            other.get(Journal.class).keep(caller(tenant), 1);
            assertThat(other.get(AuditChain.class).verify(tenant).lines()).isEqualTo(3);
            try (Connection superuser =
                            DriverManager.getConnection(external.jdbcUrl(), first.admin(), first.password());
                    var statement = superuser.createStatement()) {
                statement.execute(aged(tenant, 2, "2 years"));
            }
            assertThat(other.get(Forgetting.class).in(tenant)).isEqualTo(2);
            assertThat(other.get(AuditChain.class).verify(tenant).intact()).isTrue();
            assertThat(other.get(Journal.class).before(tenant, ALL, Journal.END, 10))
                    .extracting(Line::action)
                    .containsExactly("audit.forget", "audit.keep");
        }
    }

    @Test
    void the_running_server_forgets_in_every_tenant() throws Exception {
        assertThat(Thread.getAllStackTraces().keySet())
                .as("started with the server")
                .extracting(Thread::getName)
                .contains("audit-forgetting");
        int one = tenantWith(3);
        int other = tenantWith(2);
        age(one, 3, "4 years");
        age(other, 1, "4 years");
        try (AutoCloseable timer = ent.server().get(Forgetting.class).every(Duration.ZERO, Duration.ofMillis(100))) {
            for (int i = 0; i < 200 && lines(one).size() + lines(other).size() != 3; i++) {
                Thread.sleep(50);
            }
        }
        assertThat(lines(one)).extracting(Line::action).containsExactly("audit.forget");
        assertThat(lines(other)).extracting(Line::action).containsExactly("audit.forget", "service.start");
        assertThat(verify(one).intact() && verify(other).intact()).isTrue();
    }

    private static Caller caller(int tenant) {
        return new Caller(UUID.randomUUID(), tenant, "Essai", Profile.MUNICIPAL_STAFF, "Éloïse", "Éloïse Essai", true);
    }

    @Test
    void nothing_younger_than_a_year_is_forgotten() throws SQLException {
        int tenant = tenantWith(3);
        age(tenant, 3, "364 days");
        tamper("update core.audit_head set years = 1 where tenant_id = " + tenant);
        assertThat(ent.server().get(Forgetting.class).in(tenant)).isZero();
        assertThatThrownBy(() -> tamper("update core.audit_head set years = 0 where tenant_id = " + tenant))
                .hasMessageContaining("check");
    }
}
