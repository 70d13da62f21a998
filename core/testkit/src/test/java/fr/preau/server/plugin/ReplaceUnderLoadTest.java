package fr.preau.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Authority;
import fr.preau.api.Caller;
import fr.preau.api.EntPlugin;
import fr.preau.api.access.Requires;
import fr.preau.api.directory.Directory;
import fr.preau.api.privacy.NoPersonalData;
import fr.preau.api.web.Hue;
import fr.preau.api.web.Page;
import fr.preau.api.web.Tile;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.PluginJar;
import fr.preau.testkit.SchoolPerson;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Plugins come and go while others serve: nobody who asks another one notices. */
class ReplaceUnderLoadTest {
    @RegisterExtension
    static final EntExtension ent =
            EntExtension.bare().with(PluginJar.of(Steady.class).id("steady").build(), changing(0));

    private static final String TICKS = """
            create table tick (
                tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
                id uuid not null default gen_random_uuid(),
                primary key (tenant_id, id)
            );
            alter table tick enable row level security;
            alter table tick force row level security;
            create policy tenant on tick
                using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);
            """;

    private static Path changing(int version) {
        return PluginJar.of(Changing.class)
                .id("changing")
                .version("1.0." + version)
                .file("db/migration/V1__tick.sql", TICKS)
                .build();
    }

    /** Is never touched. */
    public static final class Steady extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.BOTH);
            permission("read", "Lire", everyone());
            page(Pages.class);
            personalData(NoPersonalData.class);
        }

        /** Reads the directory. */
        @jakarta.ws.rs.Path("")
        @Requires("read")
        public static class Pages {
            private final Directory directory;

            /** For the plugin's injector. */
            @Inject
            public Pages(Directory directory) {
                this.directory = directory;
            }

            /** The school's name. */
            @GET
            public Page page() {
                return Page.text("Calme", directory.schools().get(0).name());
            }
        }
    }

    /** Is stopped, started, replaced. */
    public static final class Changing extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.BOTH);
            permission("read", "Lire", everyone());
            launcher("Changeant", "puzzle", Hue.SKY, "read");
            page(Pages.class);
            api(Api.class);
            dao(Ticks.class);
            tile(Presence.class);
            personalData(NoPersonalData.class);
        }

        /** Its one table. */
        public interface Ticks {
            /** Adds. */
            @SqlUpdate("insert into tick default values")
            void add();

            /** Counts. */
            @SqlQuery("select count(*) from tick")
            int count();
        }

        /** What it answers with. */
        public record Count(int count) {}

        /** Its page. */
        @jakarta.ws.rs.Path("")
        @Requires("read")
        public static class Pages {
            /** Says something. */
            @GET
            public Page page() {
                return Page.text("Changeant", "Me voici.");
            }
        }

        /** Its JSON. */
        @jakarta.ws.rs.Path("ticks")
        @Requires("read")
        @Produces("application/json")
        public static class Api {
            private final Ticks ticks;

            /** For the plugin's injector. */
            @Inject
            public Api(Ticks ticks) {
                this.ticks = ticks;
            }

            /** Writes. */
            @POST
            public Count add() {
                ticks.add();
                return new Count(1);
            }
        }

        /** Its tile, which reads. */
        @Requires("read")
        public static class Presence implements Tile {
            private final Ticks ticks;

            /** For the plugin's injector. */
            @Inject
            public Presence(Ticks ticks) {
                this.ticks = ticks;
            }

            @Override
            public Optional<Page> show(Caller caller) {
                return Optional.of(Page.text("", "Présent, " + ticks.count() + " fois"));
            }
        }
    }

    private static PluginHost host() {
        return ent.server().get(PluginHost.class);
    }

    @Test
    void replaced_twenty_times() throws Exception {
        AtomicInteger written = new AtomicInteger();
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        try (Load load = new Load()) {
            load.on("/apps/steady/", client -> holds(client.get("/apps/steady/"), "École"));
            load.on("/apps/changing/", client -> holds(client.get("/apps/changing/"), "Me voici."));
            load.on("POST", client -> {
                boolean done = client.postForm("/apps/changing/api/ticks").status() == 200;
                written.addAndGet(done ? 1 : 0);
                return done;
            });
            load.on("/", client -> holds(client.get("/"), "Présent, "));
            load.on("/compte/donnees", client -> holds(client.get("/compte/donnees"), "changing"));
            load.on("/openapi.json", client -> holds(client.get("/openapi.json"), "/apps/changing/api/ticks"));
            for (int i = 1; i <= 20; i++) {
                loaders.add(new WeakReference<>(ent.plugin("changing").loader()));
                host().replace(changing(i));
            }
            load.stop();
            assertThat(ent.plugin("changing").version()).isEqualTo("1.0.20");
            assertThat(load.failures()).isEmpty();
            assertThat(load.answered()).isGreaterThan(100);
        }
        assertThat(rows()).as("what was acknowledged").isEqualTo(written.get()).isPositive();
        // Caches with weak keys let go at their next use only.
        host().replace(changing(21));
        ent.as(ent.school().teacher()).get("/openapi.json");
        host().replace(changing(22));
        await(() -> loaders.stream().allMatch(loader -> loader.get() == null));
    }

    @Test
    void stopped_and_started_twenty_times() throws Exception {
        try (Load load = new Load()) {
            load.on("/apps/steady/", client -> holds(client.get("/apps/steady/"), "École"));
            load.on("/", client -> client.get("/").status() == 200);
            load.on("/openapi.json", client -> client.get("/openapi.json").status() == 200);
            load.on("/compte/donnees", client -> client.get("/compte/donnees").status() == 200);
            Client pupil = ent.as(ent.school().pupil());
            for (int i = 0; i < 20; i++) {
                host().stop("changing");
                assertThat(pupil.get("/apps/changing/").status()).isEqualTo(503);
                host().start("changing");
                assertThat(pupil.get("/apps/changing/").status()).isEqualTo(200);
            }
            load.stop();
            assertThat(load.failures()).isEmpty();
            assertThat(load.answered()).isGreaterThan(50);
        }
    }

    private static boolean holds(Answer answer, String text) {
        return answer.status() == 200 && answer.body().contains(text);
    }

    private static int rows() throws SQLException {
        try (var admin = ent.database();
                var statement = admin.createStatement();
                var rows = statement.executeQuery("select count(*) from p_changing.tick")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** A pool's helper threads live some seconds longer than the pool, and remember who made them. */
    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.currentTimeMillis() + 30_000;
        while (!condition.getAsBoolean()) {
            assertThat(System.currentTimeMillis()).as("in time").isLessThan(end);
            System.gc();
            Thread.sleep(100);
        }
    }

    /** Asks over and over, as two people at once. */
    private static final class Load implements AutoCloseable {
        private final AtomicBoolean going = new AtomicBoolean(true);
        private final AtomicInteger answered = new AtomicInteger();
        private final Map<String, Integer> failures = new ConcurrentHashMap<>();
        private final List<Thread> threads = new ArrayList<>();

        void on(String name, Predicate<Client> request) {
            for (SchoolPerson person :
                    List.of(ent.school().teacher(), ent.school().guardian())) {
                Client client = ent.as(person);
                Thread thread = new Thread(() -> ask(client, name, request));
                thread.start();
                threads.add(thread);
            }
        }

        private void ask(Client client, String name, Predicate<Client> request) {
            while (going.get()) {
                try {
                    if (!request.test(client)) {
                        failures.merge(name, 1, Integer::sum);
                    }
                    answered.incrementAndGet();
                    // Else the clients take the processor from what they test.
                    Thread.sleep(10);
                } catch (InterruptedException e) {
                    return;
                } catch (RuntimeException e) {
                    failures.merge(name + " " + e, 1, Integer::sum);
                }
            }
        }

        void stop() throws InterruptedException {
            going.set(false);
            for (Thread thread : threads) {
                thread.join();
            }
        }

        Map<String, Integer> failures() {
            return failures;
        }

        int answered() {
            return answered.get();
        }

        @Override
        public void close() {
            going.set(false);
        }
    }
}
