package fr.preau.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.server.Config;
import fr.preau.server.db.Scope.Mode;
import fr.preau.testkit.EntExtension;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One unit of work: what it costs in round trips, when it is kept, and that it is one tenant's. */
class ScopeTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    @TempDir
    static Path folder;

    private static Database database;
    private static TenantDb db;
    private static Notes notes;
    private static int ours;
    private static int theirs;

    /** Statements of each kind. */
    public interface Notes {
        /** A read. */
        @SqlQuery("select title from note order by title")
        List<String> all();

        /** A read with a parameter. */
        @SqlQuery("select title from note where title = :title")
        List<String> titled(String title);

        /** The setting itself. */
        @SqlQuery("select coalesce(current_setting('ent.tenant', true), '')")
        String tenant();

        /** A write. */
        @SqlUpdate("insert into note (title) values (:title)")
        int add(String title);

        /** A write that asks for its key the JDBC way. */
        @SqlUpdate("insert into note (title) values (:title)")
        @GetGeneratedKeys("id")
        UUID addKeyed(String title);

        /** A write that answers rows. */
        @SqlQuery("insert into note (title) values (:title) returning id")
        UUID addReturning(String title);

        /** Many writes. */
        @SqlBatch("insert into note (title) values (:title)")
        int[] addAll(List<String> title);

        /** A literal question mark: nothing may be put in front of it. */
        @SqlQuery("select title from note where title <> '?' order by title")
        List<String> notQuestion();
    }

    @BeforeAll
    static void prepare() throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("db/migration"));
        Files.writeString(migrations.resolve("V1__note.sql"), """
                create table note (
                    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
                    id uuid not null default gen_random_uuid(),
                    title text not null,
                    primary key (tenant_id, id),
                    unique (tenant_id, title)
                );
                alter table note enable row level security;
                alter table note force row level security;
                create policy tenant on note
                    using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);
                """);
        database = Database.open(
                Objects.requireNonNull(ent.server().get(Config.class).database()));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            db = database.plugin("scope", loader);
        }
        notes = db.dao(Notes.class);
        ours = ent.school().tenantId();
        theirs = ent.otherSchool().tenantId();
    }

    @AfterAll
    static void close() {
        db.close();
        database.close();
    }

    @BeforeEach
    void theyHaveOneNote() throws Exception {
        try (var admin = ent.database();
                var statement = admin.createStatement()) {
            statement.execute("truncate p_scope.note");
        }
        Scope.run(theirs, Mode.WRITE, () -> notes.add("Leur note"));
    }

    private static long roundTrips(int tenant, Mode mode, Runnable work) {
        long before = database.roundTrips();
        Scope.run(tenant, mode, work);
        return database.roundTrips() - before;
    }

    @Test
    void a_read_is_one_round_trip() {
        assertThat(roundTrips(ours, Mode.READ, notes::all)).isEqualTo(1);
        assertThat(roundTrips(ours, Mode.READ, () -> {
                    notes.all();
                    notes.titled("x");
                    notes.all();
                }))
                .isEqualTo(3);
    }

    @Test
    void a_write_is_its_statements_and_a_commit() {
        assertThat(roundTrips(ours, Mode.WRITE, () -> notes.add("a"))).isEqualTo(2);
        assertThat(roundTrips(ours, Mode.WRITE, () -> {
                    notes.add("b");
                    notes.addReturning("c");
                    notes.all();
                }))
                .isEqualTo(4);
    }

    @Test
    void what_nothing_can_be_put_in_front_of_costs_one_more() {
        assertThat(roundTrips(ours, Mode.WRITE, () -> notes.addAll(List.of("a", "b", "c"))))
                .isEqualTo(3);
        assertThat(roundTrips(ours, Mode.WRITE, () -> notes.addKeyed("d"))).isEqualTo(3);
        assertThat(roundTrips(ours, Mode.WRITE, () -> {
                    notes.add("e");
                    notes.addAll(List.of("f", "g"));
                    notes.addKeyed("h");
                }))
                .isEqualTo(4);
        assertThat(read(ours)).containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
    }

    @Test
    void a_scope_that_is_not_used_costs_nothing() {
        assertThat(roundTrips(ours, Mode.READ, () -> {})).isZero();
        assertThat(roundTrips(ours, Mode.WRITE, () -> {})).isZero();
    }

    private static List<String> read(int tenant) {
        return Scope.in(tenant, Mode.READ, notes::all);
    }

    @Test
    void every_kind_of_statement_is_one_tenants() {
        for (Mode mode : Mode.values()) {
            Scope.run(ours, mode, () -> {
                assertThat(notes.all()).isEmpty();
                assertThat(notes.titled("Leur note")).isEmpty();
                assertThat(notes.notQuestion()).isEmpty();
                notes.add(mode + " 1");
                notes.addAll(List.of(mode + " 2", mode + " 3"));
                notes.addKeyed(mode + " 4");
                assertThat(notes.notQuestion()).hasSize(4);
            });
            assertThat(read(theirs)).containsExactly("Leur note");
            Scope.run(ours, Mode.WRITE, () -> db.jdbi().useHandle(handle -> handle.execute("delete from note")));
        }
        assertThat(read(theirs)).containsExactly("Leur note");
    }

    @Test
    void no_tenant_sees_nothing_and_writes_nothing() {
        assertThat(read(0)).isEmpty();
        assertThatThrownBy(() -> Scope.run(0, Mode.WRITE, () -> notes.add("x")))
                .isInstanceOf(UnableToExecuteStatementException.class);
    }

    @Test
    void no_scope_is_an_error() {
        assertThatThrownBy(notes::all).hasMessageContaining("no scope on this thread");
        assertThatThrownBy(() -> db.jdbi().useHandle(handle -> handle.execute("select 1")))
                .hasMessageContaining("no scope on this thread");
    }

    @Test
    void an_exception_undoes_everything() {
        assertThatThrownBy(() -> Scope.run(ours, Mode.WRITE, () -> {
                    notes.add("a");
                    notes.addAll(List.of("b", "c"));
                    throw new IllegalStateException("non");
                }))
                .hasMessage("non");
        assertThat(read(ours)).isEmpty();
    }

    @Test
    void a_scope_that_is_closed_without_commit_is_undone() {
        try (Scope scope = Scope.open(ours, Mode.WRITE)) {
            assertThat(scope).isNotNull();
            notes.add("a");
            assertThat(notes.all()).containsExactly("a");
        }
        assertThat(read(ours)).isEmpty();
    }

    /** PostgreSQL answers ROLLBACK to the commit of a failed transaction: that must not pass for done. */
    @Test
    void a_failure_that_was_swallowed_is_not_acknowledged() {
        assertThatThrownBy(() -> Scope.run(ours, Mode.WRITE, () -> {
                    notes.add("a");
                    assertThatThrownBy(() -> notes.add("a")).isInstanceOf(StatementException.class);
                }))
                .isInstanceOf(TransactionException.class);
        assertThat(read(ours)).isEmpty();
    }

    @Test
    void a_read_that_failed_leaves_the_scope_usable() {
        Scope.run(ours, Mode.READ, () -> {
            assertThatThrownBy(() -> db.jdbi()
                            .useHandle(handle -> handle.createQuery("select 1 / 0")
                                    .mapTo(Integer.class)
                                    .one()))
                    .isInstanceOf(StatementException.class);
            assertThat(notes.all()).isEmpty();
        });
        for (int i = 0; i < 20; i++) {
            assertThat(read(theirs)).containsExactly("Leur note");
        }
    }

    @Test
    void an_inner_scope_is_another_tenants_and_ends() {
        Scope.run(ours, Mode.WRITE, () -> {
            notes.add("Notre note");
            assertThat(read(theirs)).containsExactly("Leur note");
            assertThat(notes.all()).containsExactly("Notre note");
        });
        assertThat(read(ours)).containsExactly("Notre note");
    }

    @Test
    void a_commit_in_between_keeps_what_was_done_and_the_tenant() {
        Scope.run(ours, Mode.WRITE, () -> {
            notes.add("avant");
            Scope.commitCurrent();
            assertThat(notes.all()).containsExactly("avant");
            notes.add("après");
        });
        assertThat(read(ours)).containsExactlyInAnyOrder("avant", "après");
    }

    /** More threads than connections, both tenants, all kinds: whoever gets a connection finds nothing of the last user on it. */
    @Test
    void nothing_stays_on_a_pooled_connection() throws Exception {
        Scope.run(ours, Mode.WRITE, () -> notes.add("Notre note"));
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<List<String>>> work = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                int tenant = i % 2 == 0 ? ours : theirs;
                Mode mode = i % 3 == 0 ? Mode.WRITE : Mode.READ;
                boolean fails = i % 5 == 0;
                work.add(() -> {
                    try {
                        return Scope.in(tenant, mode, () -> {
                            List<String> found = new ArrayList<>(notes.notQuestion());
                            if (fails) {
                                notes.add(found.get(0));
                            }
                            found.addAll(notes.all());
                            return found;
                        });
                    } catch (StatementException e) {
                        return List.of();
                    }
                });
                work.add(() -> List.of(Scope.in(0, Mode.READ, notes::tenant)));
            }
            List<Future<List<String>>> done = threads.invokeAll(work);
            for (int i = 0; i < done.size(); i++) {
                List<String> found = done.get(i).get();
                if (i % 2 == 1) {
                    assertThat(found).containsExactly("");
                } else if (!found.isEmpty()) {
                    String own = i / 2 % 2 == 0 ? "Notre note" : "Leur note";
                    assertThat(found).containsExactly(own, own);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Logs are read by others than the people whose words these are. */
    @Test
    void an_exception_names_no_value() {
        Scope.run(theirs, Mode.READ, () -> {
            Throwable failure = null;
            try {
                notes.add("Leur note");
            } catch (StatementException e) {
                failure = e;
            }
            java.io.StringWriter text = new java.io.StringWriter();
            Objects.requireNonNull(failure).printStackTrace(new java.io.PrintWriter(text));
            assertThat(text.toString())
                    .contains("insert into note", "note_tenant_id_title_key")
                    .doesNotContain("Leur note");
        });
    }
}
