package fr.preau.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Authority;
import fr.preau.api.Caller;
import fr.preau.api.EntPlugin;
import fr.preau.api.Profile;
import fr.preau.api.access.Requires;
import fr.preau.api.privacy.NoPersonalData;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.web.Hue;
import fr.preau.api.web.Page;
import fr.preau.api.web.Tile;
import fr.preau.server.Quiet;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.PluginJar;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong inside a plugin that runs stays inside. */
class FailingPluginTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare()
            .with(
                    PluginJar.of(Failing.class).build(),
                    PluginJar.of(Healthy.class).build());

    /** It is all logged. */
    @RegisterExtension
    static final Quiet quiet = Quiet.about("fr.preau.server");

    /** Does nothing wrong. */
    public static final class Healthy extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.BOTH);
            permission("read", "Lire", Profile.values());
            launcher("Sain", "puzzle", Hue.LEAF, "read");
            page(Hello.class);
            tile(Present.class);
            personalData(NoPersonalData.class);
        }
    }

    /** Its page. */
    @Path("")
    @Requires("read")
    public static final class Hello {
        private final Jdbi jdbi;

        /** For the plugin's injector. */
        @Inject
        public Hello(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        /** From the database. */
        @GET
        public Page hello() {
            return Page.text(
                    "Bonjour",
                    jdbi.withHandle(handle -> handle.createQuery("select 'Tout va bien'")
                            .mapTo(String.class)
                            .one()));
        }
    }

    /** Its tile. */
    @Requires("read")
    public static final class Present implements Tile {
        @Override
        public Optional<Page> show(Caller caller) {
            return Optional.of(Page.text("", "Je suis là"));
        }
    }

    /** Fails wherever it is asked. */
    public static final class Failing extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.BOTH);
            permission("read", "Lire", Profile.values());
            launcher("Cassé", "puzzle", Hue.TILE, "read");
            page(Pages.class);
            api(Api.class);
            tile(Missing.class);
            tile(Endless.class);
            personalData(Silent.class);
        }
    }

    static Object fail(String how) {
        switch (how) {
            case "exception":
                throw new IllegalStateException("secret de fabrication");
            case "error":
                throw new AssertionError("secret de fabrication");
            case "class":
                throw new NoClassDefFoundError("secret/De/Fabrication");
            case "depth":
                return fail(how).hashCode();
            case "template":
                return Page.of("Titre", "absent.jte");
            default:
                throw new IllegalArgumentException(how);
        }
    }

    /** Pages that fail. */
    @Path("")
    @Requires("read")
    public static final class Pages {
        private final Jdbi jdbi;

        /** For the plugin's injector. */
        @Inject
        public Pages(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        /** Fails. */
        @GET
        @Path("fail/{how}")
        public Object get(@PathParam("how") String how) {
            return fail(how);
        }

        /** Keeps a connection for long. */
        @GET
        @Path("slow")
        public Page slow() {
            jdbi.useHandle(handle -> handle.createQuery("select pg_sleep(6)::text")
                    .mapTo(String.class)
                    .one());
            return Page.text("Enfin", "fini");
        }
    }

    /** JSON that fails. */
    @Path("")
    @Requires("read")
    @Produces("application/json")
    public static final class Api {
        /** Fails. */
        @GET
        @Path("fail/{how}")
        public Object get(@PathParam("how") String how) {
            return fail(how);
        }
    }

    /** A tile that lacks a class. */
    @Requires("read")
    public static final class Missing implements Tile {
        @Override
        public Optional<Page> show(Caller caller) {
            throw new NoClassDefFoundError("x");
        }
    }

    /** A tile that never ends. */
    @Requires("read")
    public static final class Endless implements Tile {
        @Override
        public Optional<Page> show(Caller caller) {
            fail("depth");
            return Optional.empty();
        }
    }

    /** Says nothing. */
    public static final class Silent implements PersonalData {
        @Override
        public List<Kept> register() {
            throw new IllegalStateException("x");
        }

        @Override
        public List<Item> export(UUID personId) {
            throw new AssertionError("x");
        }

        @Override
        public int erase(UUID personId) {
            throw new IllegalStateException("x");
        }
    }

    @Test
    void a_tile_that_fails_is_left_out() {
        for (Profile profile : Profile.values()) {
            Answer home = ent.as(profile).get("/");
            assertThat(home.status()).isEqualTo(200);
            assertThat(home.body()).contains("Je suis là");
        }
    }

    @Test
    void the_console_still_shows_a_plugin_that_can_not_speak() {
        Answer services = ent.as(ent.school().administrator()).get("/console/services");
        assertThat(services.status()).isEqualTo(200);
        assertThat(services.body()).contains("Cassé", "Sain");
    }

    @Test
    void my_data_come_without_its_part() {
        Answer copy = ent.as(Profile.GUARDIAN).get("/compte/donnees");
        assertThat(copy.status()).isEqualTo(200);
        assertThat(copy.json().get("services").get("failing").asText()).contains("n’a pas pu");
        assertThat(copy.json().get("services").has("healthy")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exception", "error", "class", "depth", "template"})
    void a_route_that_fails_is_a_page_or_a_problem(String how) {
        Client client = ent.as(Profile.TEACHER);
        Answer page = client.get("/apps/failing/fail/" + how);
        assertThat(page.status()).isEqualTo(500);
        assertThat(page.isHtml()).isTrue();
        assertThat(page.body()).contains("<main", "Sain").doesNotContainIgnoringCase("secret", "Exception", "\tat ");
        if (!how.equals("template")) {
            Answer problem = client.get("/apps/failing/api/fail/" + how);
            assertThat(problem.status()).isEqualTo(500);
            assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(problem.body()).doesNotContainIgnoringCase("secret", "Exception", "\tat ");
        }
        assertThat(client.get("/apps/healthy/").body()).contains("Tout va bien");
    }

    /** Six connections for a plugin: the seventh request waits, then is told so; nobody else does. */
    @Test
    void a_plugin_that_keeps_its_connections_starves_itself_alone() {
        Client client = ent.as(Profile.TEACHER);
        List<CompletableFuture<Integer>> slow = java.util.stream.IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> client.get("/apps/failing/slow").status(), command -> new Thread(command).start()))
                .toList();
        long end = System.currentTimeMillis() + 4_000;
        int others = 0;
        while (System.currentTimeMillis() < end) {
            assertThat(client.get("/apps/healthy/").status()).isEqualTo(200);
            assertThat(client.get("/api/core/me").status()).isEqualTo(200);
            others++;
        }
        assertThat(others).isGreaterThan(10);
        assertThat(slow.stream().map(CompletableFuture::join).sorted())
                .containsExactly(200, 200, 200, 200, 200, 200, 503, 503);
    }
}
