package fr.preau.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import fr.preau.server.tenancy.Tenants;
import fr.preau.testkit.EntExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain: who can't break it, and that it shows where somebody did. */
class AuditChainTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    private static final AtomicInteger tenants = new AtomicInteger();
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
        tamper("do $$ declare l core.audit; p bytea := decode(repeat('00', 32), 'hex'); begin "
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
    void it_works_for_an_owner_whom_policies_bind() throws SQLException {
        int tenant = tenantWith(1);
        String give =
                "do $$ begin execute 'alter table core.audit owner to %1$s; alter table core.audit_head owner to %1$s; "
                        + "alter function core.audit_hash(core.audit) owner to %1$s; "
                        + "alter function core.audit_chain() owner to %1$s; "
                        + "alter function core.audit_forget(integer) owner to %1$s; "
                        + "alter function core.audit_keep(integer, integer) owner to %1$s'; end $$";
        tamper("create role audit_owner_essai nologin nosuperuser nobypassrls; "
                + "grant usage, create on schema core to audit_owner_essai; "
                + "grant usage on schema system to audit_owner_essai");
        try {
            tamper(give.replace("%1$s", "audit_owner_essai"));
            audit().record(tenant, null, "x", "service.stop", "", "");
            ent.server().get(Journal.class).keep(caller(tenant), 1);
            age(tenant, 2, "2 years");
            assertThat(ent.server().get(Forgetting.class).in(tenant)).isEqualTo(2);
            assertThat(verify(tenant).intact()).isTrue();
            assertThat(lines(tenant)).hasSize(2);
        } finally {
            tamper("reassign owned by audit_owner_essai to current_user; drop owned by audit_owner_essai; "
                    + "drop role audit_owner_essai");
        }
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
