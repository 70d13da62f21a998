package fr.preau.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Authority;
import fr.preau.api.Caller;
import fr.preau.api.EntPlugin;
import fr.preau.api.access.Requires;
import fr.preau.api.privacy.NoPersonalData;
import fr.preau.api.web.Hue;
import fr.preau.api.web.Page;
import fr.preau.api.web.Tile;
import fr.preau.server.Quiet;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.PluginJar;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A plugin that waits or computes for ever: its visitors are told, others are not held up, and in the end it is put aside. */
class HangingPluginTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare()
            .with(
                    PluginJar.of(Sleepy.class).build(),
                    PluginJar.of(Looping.class).build(),
                    PluginJar.of(FailingPluginTest.Healthy.class).build());

    /** It is all logged. */
    @RegisterExtension
    static final Quiet quiet = Quiet.about("fr.preau.server");

    /** Waits. */
    public static final class Sleepy extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.BOTH);
            permission("read", "Lire", everyone());
            page(Pages.class);
            personalData(NoPersonalData.class);
        }

        /** Its page. */
        @Path("")
        @Requires("read")
        public static final class Pages {
            /** In a minute. */
            @GET
            public Page page() throws InterruptedException {
                Thread.sleep(60_000);
                return Page.text("Enfin", "Enfin.");
            }
        }
    }

    /** Computes, and does not listen. */
    public static final class Looping extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.BOTH);
            permission("read", "Lire", everyone());
            launcher("Boucle", "puzzle", Hue.SKY, "read");
            tile(Endless.class);
            page(Quick.class);
            personalData(NoPersonalData.class);
        }

        /** Its page, which works. */
        @Path("")
        @Requires("read")
        public static final class Quick {
            /** At once. */
            @GET
            public Page page() {
                return Page.text("Vite", "Vite.");
            }
        }

        /** Its tile; ends with the test at last. */
        @Requires("read")
        public static final class Endless implements Tile {
            @Override
            public Optional<Page> show(Caller caller) {
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(18);
                while (System.nanoTime() < end) {
                    java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                }
                return Optional.empty();
            }
        }
    }

    private static CompletableFuture<Answer> later(Client client, String path) {
        return CompletableFuture.supplyAsync(() -> client.get(path), work -> new Thread(work).start());
    }

    @Test
    void no_more_than_its_share_is_inside_and_they_are_told_when_it_leaves() throws Exception {
        PluginHost host = ent.server().get(PluginHost.class);
        Client guardian = ent.as(ent.school().guardian());
        List<CompletableFuture<Answer>> waiting = new ArrayList<>();
        for (int i = 0; i < Mount.CROWD; i++) {
            waiting.add(later(guardian, "/apps/sleepy/"));
        }
        Thread.sleep(1_500);
        assertThat(guardian.get("/apps/sleepy/").status()).as("full").isEqualTo(503);
        assertThat(guardian.get("/apps/healthy/").status())
                .as("the others go on")
                .isEqualTo(200);
        host.stop("sleepy");
        for (CompletableFuture<Answer> each : waiting) {
            Answer answer = each.get(5, TimeUnit.SECONDS);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).contains("vient d’être mis à jour");
        }
        host.start("sleepy");
    }

    @Test
    void what_does_not_end_is_put_aside() throws Exception {
        PluginHost host = ent.server().get(PluginHost.class);
        CompletableFuture<Answer> slow = later(ent.as(ent.school().inspector()), "/apps/sleepy/");
        List<CompletableFuture<Answer>> homes = new ArrayList<>();
        for (var person : List.of(
                ent.school().teacher(), ent.school().head(), ent.school().otherTeacher())) {
            homes.add(later(ent.as(person), "/"));
        }
        Thread.sleep(12_500);
        assertThat(host.list())
                .filteredOn(plugin -> plugin.id().equals("looping"))
                .singleElement()
                .satisfies(plugin -> {
                    assertThat(plugin.state()).isEqualTo(PluginStatus.State.FAILED);
                    assertThat(plugin.faults().toString()).contains("mis à l’écart", "Endless");
                });
        Client pupil = ent.as(ent.school().pupil());
        assertThat(pupil.get("/").status()).as("no tile, no wait").isEqualTo(200);
        assertThat(pupil.get("/apps/looping/").status()).isEqualTo(503);
        assertThat(pupil.get("/apps/healthy/").status()).isEqualTo(200);
        assertThat(ent.as(ent.school().administrator()).get("/console/services").body())
                .contains("mis à l’écart");
        for (CompletableFuture<Answer> home : homes) {
            assertThat(home.get(40, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
        assertThat(slow.get(30, TimeUnit.SECONDS).body()).as("listens, so ends").contains("trop de temps");
        assertThat(host.running().stream().map(RunningPlugin::id)).contains("sleepy");
        host.start("looping");
        assertThat(pupil.get("/apps/looping/").status()).as("started by hand").isEqualTo(200);
    }
}
