package fr.preau.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Authority;
import fr.preau.api.EntPlugin;
import fr.preau.api.access.Requires;
import fr.preau.api.privacy.NoPersonalData;
import fr.preau.api.web.Page;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.PluginJar;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Plugins come and go while others serve: nobody who asks another one notices. */
class ReplaceUnderLoadTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare()
            .with(
                    PluginJar.of(Steady.class).id("steady").build(),
                    PluginJar.of(Changing.class).id("changing").version("1.0.0").build());

    public static final class Steady extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.BOTH);
            permission("read", "Lire", everyone());
            page(Pages.class);
            personalData(NoPersonalData.class);
        }

        @Path("")
        @Requires("read")
        public static class Pages {
            @GET
            public Page page() {
                return Page.text("Calme", "Toujours là.");
            }
        }
    }

    public static final class Changing extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.BOTH);
            permission("read", "Lire", everyone());
            page(Pages.class);
            personalData(NoPersonalData.class);
        }

        @Path("")
        @Requires("read")
        public static class Pages {
            @GET
            public Page page() {
                return Page.text("Changeant", "Me voici.");
            }
        }
    }

    @Test
    void replaced_twenty_times() throws Exception {
        PluginHost host = ent.server().get(PluginHost.class);
        try (Load load = new Load("/apps/steady/", "/apps/changing/")) {
            for (int i = 1; i <= 20; i++) {
                host.replace(PluginJar.of(Changing.class)
                        .id("changing")
                        .version("1.0." + i)
                        .build());
            }
            load.stop();
            assertThat(ent.plugin("changing").version()).isEqualTo("1.0.20");
            assertThat(load.failures()).isEmpty();
            assertThat(load.answered()).isGreaterThan(40);
        }
    }

    @Test
    void stopped_and_started_twenty_times() throws Exception {
        PluginHost host = ent.server().get(PluginHost.class);
        try (Load load = new Load("/apps/steady/")) {
            for (int i = 0; i < 20; i++) {
                host.stop("changing");
                assertThat(ent.as(ent.school().pupil()).get("/apps/changing/").status())
                        .isEqualTo(503);
                host.start("changing");
                assertThat(ent.as(ent.school().pupil()).get("/apps/changing/").status())
                        .isEqualTo(200);
            }
            load.stop();
            assertThat(load.failures()).isEmpty();
            assertThat(load.answered()).isGreaterThan(20);
        }
    }

    /** Asks for some pages over and over, as two people at once. */
    private static final class Load implements AutoCloseable {
        private final AtomicBoolean going = new AtomicBoolean(true);
        private final AtomicInteger answered = new AtomicInteger();
        private final Map<String, Integer> failures = new ConcurrentHashMap<>();
        private final List<Thread> threads = new ArrayList<>();

        Load(String... paths) {
            for (String path : paths) {
                for (Client client : List.of(
                        ent.as(ent.school().teacher()), ent.as(ent.school().guardian()))) {
                    Thread thread = new Thread(() -> ask(client, path));
                    thread.start();
                    threads.add(thread);
                }
            }
        }

        private void ask(Client client, String path) {
            while (going.get()) {
                try {
                    int status = client.get(path).status();
                    if (status != 200) {
                        failures.merge(path + " " + status, 1, Integer::sum);
                    }
                    answered.incrementAndGet();
                } catch (RuntimeException e) {
                    failures.merge(path + " " + e, 1, Integer::sum);
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
