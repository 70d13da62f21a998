package fr.preau.server.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.preau.api.Authority;
import fr.preau.api.Caller;
import fr.preau.api.EntPlugin;
import fr.preau.api.Profile;
import fr.preau.api.access.Requires;
import fr.preau.api.privacy.NoPersonalData;
import fr.preau.api.web.Hue;
import fr.preau.api.web.Page;
import fr.preau.api.web.Tile;
import fr.preau.server.Quiet;
import fr.preau.server.plugin.PluginStatus.State;
import fr.preau.testkit.Answer;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.PluginJar;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the host refuses to start, what it says, and that everybody else goes on. */
class StartFaultsTest {
    @RegisterExtension
    static final EntExtension ent =
            EntExtension.bare().with(PluginJar.of(Sound.class).build());

    /** Each refusal is an error in the log. */
    @RegisterExtension
    static final Quiet host = Quiet.about("fr.preau.server.plugin.PluginHost");

    /** And SQL that is wrong. */
    @RegisterExtension
    static final Quiet flyway = Quiet.about("org.flywaydb");

    private static final String TENANT =
            "tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer";
    private static final AtomicInteger count = new AtomicInteger();

    /** Nothing is wrong with it. */
    public static class Sound extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.BOTH);
            rest();
        }

        /** All but the authority. */
        final void rest() {
            permission("read", "Lire", Profile.values());
            launcher("Sain", "puzzle", Hue.LEAF, "read");
            page(Hello.class);
            personalData(NoPersonalData.class);
        }
    }

    /** A page with its right. */
    @Path("")
    @Requires("read")
    public static final class Hello {
        /** Says so. */
        @GET
        public Page hello() {
            return Page.text("Bonjour", "Tout va bien.");
        }
    }

    /** A page, one route without a right, one with a right that nobody declared. */
    @Path("x")
    public static final class Loose {
        /** No right. */
        @GET
        public String open() {
            return "";
        }

        /** Unknown right. */
        @POST
        @Requires("fly")
        public String unknown() {
            return "";
        }
    }

    /** A route without a right. */
    @Path("x")
    public static final class Open {
        /** No right. */
        @GET
        public String open() {
            return "";
        }
    }

    /** A route with a right that nobody declared. */
    @Path("x")
    @Requires("fly")
    public static final class Unknown {
        /** Unknown right. */
        @GET
        public String unknown() {
            return "";
        }
    }

    /** A way round the check of routes: what it returns has routes too. */
    @Path("x")
    @Requires("read")
    public static final class Deep {
        /** A sub-resource. */
        @Path("y")
        public Open deeper() {
            return new Open();
        }
    }

    /** A tile without a right. */
    public static final class BareTile implements Tile {
        @Override
        public Optional<Page> show(Caller caller) {
            return Optional.empty();
        }
    }

    /** Says nothing of who signs for it. */
    public static final class NoAuthority extends Sound {
        @Override
        protected void configure() {
            rest();
        }
    }

    /** Says nothing of what it keeps. */
    public static final class NoPersonal extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.BOTH);
        }
    }

    /** Serves a route without a right. */
    public static final class NoRight extends Sound {
        @Override
        protected void configure() {
            super.configure();
            page(Open.class);
        }
    }

    /** The same as JSON. */
    public static final class NoRightApi extends Sound {
        @Override
        protected void configure() {
            super.configure();
            api(Open.class);
        }
    }

    /** Serves a route with an unknown right. */
    public static final class UnknownRight extends Sound {
        @Override
        protected void configure() {
            super.configure();
            page(Unknown.class);
        }
    }

    /** Shows a tile without a right. */
    public static final class OpenTile extends Sound {
        @Override
        protected void configure() {
            super.configure();
            tile(BareTile.class);
        }
    }

    /** Serves a sub-resource. */
    public static final class SubResource extends Sound {
        @Override
        protected void configure() {
            super.configure();
            page(Deep.class);
        }
    }

    /** Is in the launcher by an unknown right. */
    public static final class UnknownLauncher extends Sound {
        @Override
        protected void configure() {
            super.configure();
            launcher("Sain", "puzzle", Hue.LEAF, "fly");
        }
    }

    /** Fails in its own code. */
    public static final class Broken extends Sound {
        @Override
        protected void configure() {
            throw new IllegalStateException("cassé exprès");
        }
    }

    /** Was packed without a library it needs. */
    public static final class Incomplete extends Sound {
        @Override
        protected void configure() {
            super.configure();
            throw new NoClassDefFoundError("org/exemple/Absente");
        }
    }

    /** Has no constructor the host may call. */
    public static final class Private extends Sound {
        private Private() {}
    }

    /** Asks for something the host does not give. */
    public static final class Greedy extends Sound {
        @Override
        protected void configure() {
            super.configure();
            requireBinding(javax.sql.DataSource.class);
        }
    }

    /** Reads a table that it never made. */
    public static final class Tableless extends Sound {
        @Override
        protected void configure() {
            super.configure();
            dao(Things.class);
        }

        /** Its rows. */
        public interface Things {
            /** All. */
            @SqlQuery("select text from thing")
            List<String> all();
        }
    }

    /** Reads the directory alone. */
    public static final class Joining extends Sound {
        @Override
        protected void configure() {
            super.configure();
            dao(Names.class);
        }

        /** Everybody. */
        public interface Names {
            /** All. */
            @SqlQuery("select display_name from ent.person")
            List<String> all();
        }
    }

    /** Everything at once. */
    public static final class Worst extends EntPlugin {
        @Override
        protected void configure() {
            page(Loose.class);
        }
    }

    /** No plugin at all. */
    public static final class Stranger {}

    private static String table(String columns, String... more) {
        return "create table t (" + columns + "); alter table t enable row level security; "
                + "alter table t force row level security; create policy tenant on t using "
                + "(tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);" + String.join("", more);
    }

    private static PluginJar sound() {
        return PluginJar.of(Sound.class);
    }

    private static PluginJar sql(String sql) {
        return sound().file("db/migration/V1__t.sql", sql);
    }

    static List<Arguments> faults() {
        String columns = TENANT + ", id integer, ";
        return List.of(
                arguments("no authority", PluginJar.of(NoAuthority.class), "authority(…) manque"),
                arguments("no personal data", PluginJar.of(NoPersonal.class), "personalData(…) manque"),
                arguments("no right", PluginJar.of(NoRight.class), "Open.open : @Requires manque"),
                arguments("no right on JSON", PluginJar.of(NoRightApi.class), "Open.open : @Requires manque"),
                arguments("unknown right", PluginJar.of(UnknownRight.class), "le droit « fly » n’est pas déclaré"),
                arguments("tile", PluginJar.of(OpenTile.class), "BareTile : @Requires manque"),
                arguments("launcher", PluginJar.of(UnknownLauncher.class), "launcher : le droit « fly »"),
                arguments("sub-resource", PluginJar.of(SubResource.class), "pas de sous-ressource"),
                arguments("own code", PluginJar.of(Broken.class), "cassé exprès"),
                arguments("library left out", PluginJar.of(Incomplete.class), "org/exemple/Absente"),
                arguments("constructor", PluginJar.of(Private.class), "constructeur public"),
                arguments("service that is not given", PluginJar.of(Greedy.class), "DataSource"),
                arguments("class missing", sound().property("plugin.class", "x.Absent"), "x.Absent"),
                arguments("no EntPlugin", sound().property("plugin.class", Stranger.class.getName()), "EntPlugin"),
                arguments("class not said", sound().property("plugin.class", null), "plugin.class manque"),
                arguments("version", sound().property("plugin.version", "un"), "plugin.version"),
                arguments("requires missing", sound().property("plugin.requires", null), "plugin.requires manque"),
                arguments("requires blank", sound().property("plugin.requires", " "), "plugin.requires manque"),
                arguments("requires anything", sound().property("plugin.requires", "*"), "plugin.requires manque"),
                arguments("requires newer", sound().property("plugin.requires", "^2.0"), "offre l’API 1.0.0"),
                arguments("requires older", sound().property("plugin.requires", "^0.9"), "offre l’API 1.0.0"),
                arguments("requires nonsense", sound().property("plugin.requires", "^^"), "plugin.requires"),
                arguments("host's class", sound().file("fr/preau/api/Evil.class", "x"), "paquet fr.preau.api"),
                arguments("library's class", sound().file("org/jdbi/v3/core/Jdbi.class", "x"), "org.jdbi.v3.core"),
                arguments(
                        "no tenant",
                        sql(table("id integer").replace("(tenant_id = ", "(1 = ")),
                        "tenant_id integer not null"),
                arguments("tenant may be null", sql(table("tenant_id integer")), "tenant_id integer not null"),
                arguments(
                        "not secured",
                        sql(table(TENANT).replace("alter table t enable row level security; ", "")),
                        "enable row level security"),
                arguments(
                        "not forced",
                        sql(table(TENANT).replace("alter table t force row level security; ", "")),
                        "force row level security"),
                arguments(
                        "no policy", sql(table(TENANT).replaceFirst("create policy.*", "")), "il manque une politique"),
                arguments("primary key", sql(table(columns + "primary key (id)")), "t_pkey ne commence pas"),
                arguments("unique key", sql(table(columns + "unique (id)")), "t_id_key ne commence pas"),
                arguments("index", sql(table(TENANT + ", id integer", "create index i on t (id);")), "i ne commence"),
                arguments(
                        "index on an expression",
                        sql(table(TENANT + ", id text", "create index i on t (lower(id));")),
                        "i ne commence"),
                arguments(
                        "foreign key",
                        sql(table(columns + "o integer, unique (tenant_id, id), "
                                + "foreign key (o, tenant_id) references t (id, tenant_id)")),
                        "t_o_tenant_id_fkey ne commence pas"),
                arguments("no migration", PluginJar.of(Tableless.class), "Things : le plugin n’a pas de migration"),
                arguments("wrong SQL", sql("create tabel t ()"), "tabel"));
    }

    private static PluginStatus start(PluginJar jar) {
        String id = "fault" + count.incrementAndGet();
        return start(id, jar.id(id).build());
    }

    private static PluginStatus start(String id, java.nio.file.Path path) {
        PluginHost host = ent.server().get(PluginHost.class);
        host.add(List.of(path));
        return host.list().stream()
                .filter(plugin -> plugin.id().equals(id)
                        || plugin.id().equals(path.getFileName().toString()))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void everybody_else_goes_on() {
        assertThat(ent.as(Profile.PUPIL).get("/apps/sound/").body()).contains("Tout va bien.");
        assertThat(ent.as(Profile.PUPIL).get("/").status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void one_fault_stops_a_plugin(String name, PluginJar jar, String said) {
        PluginStatus status = start(jar);
        assertThat(status.state()).isEqualTo(State.FAILED);
        assertThat(status.faults()).hasSize(1);
        assertThat(status.faults().get(0)).contains(said);
        assertThat(ent.as(Profile.PUPIL).get("/apps/" + status.id() + "/").status())
                .isIn(404, 503);
    }

    @Test
    void all_faults_are_said_at_once() {
        PluginStatus status = start(PluginJar.of(Worst.class)
                .property("plugin.requires", null)
                .file("fr/preau/api/Evil.class", "x")
                .file(
                        "db/migration/V1__t.sql",
                        "create table bare (id integer primary key); create table t (" + TENANT + ");"));
        assertThat(status.state()).isEqualTo(State.FAILED);
        assertThat(String.join("\n", status.faults()))
                .contains(
                        "plugin.requires manque",
                        "authority(…) manque",
                        "personalData(…) manque",
                        "Loose.open : @Requires manque",
                        "Loose.unknown : le droit « fly »",
                        "paquet fr.preau.api",
                        "table bare : il manque la colonne",
                        "table bare : il manque « enable row level security »",
                        "bare_pkey ne commence pas par tenant_id",
                        "table t : il manque « enable row level security »");
    }

    @Test
    void a_plugin_that_was_mended_starts() {
        PluginHost host = ent.server().get(PluginHost.class);
        host.add(List.of(PluginJar.of(Sound.class)
                .id("mended")
                .file("db/migration/V1__t.sql", "create table t (" + TENANT + ")")
                .build()));
        assertThat(ent.as(Profile.PUPIL).get("/apps/mended/").status()).isEqualTo(503);
        host.add(List.of(PluginJar.of(Sound.class)
                .id("mended")
                .file("db/migration/V1__t.sql", table(TENANT))
                .build()));
        host.start("mended");
        ent.agree(ent.school().tenantId());
        assertThat(ent.as(Profile.PUPIL).get("/apps/mended/").status()).isEqualTo(200);
    }

    @Test
    void a_newer_version_that_can_not_start_leaves_the_old_one_serving() {
        PluginHost host = ent.server().get(PluginHost.class);
        for (PluginJar worse : List.of(
                PluginJar.of(NoRight.class),
                PluginJar.of(Incomplete.class),
                sql("create tabel t ()"),
                sound().property("plugin.requires", "^2.0"))) {
            java.nio.file.Path jar = worse.id("sound").version("1.1.0").build();
            assertThatThrownBy(() -> host.replace(jar)).isInstanceOf(PluginFailure.class);
            assertThat(ent.plugin("sound").version()).isEqualTo("1.0.0");
        }
    }

    @Test
    void a_jar_without_entries_for_folders_gets_its_tables() throws Exception {
        java.nio.file.Path jar = sql(table(TENANT)).id("flat").build();
        java.nio.file.Path flat = Files.createTempFile("flat", ".jar");
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(flat))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                if (!entry.isDirectory()) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    to.write(from.getInputStream(entry).readAllBytes());
                }
            }
        }
        assertThat(start("flat", flat).faults()).isEmpty();
        try (var admin = ent.database();
                var statement = admin.createStatement();
                var rows = statement.executeQuery("select to_regclass('p_flat.t') is not null")) {
            assertThat(rows.next() && rows.getBoolean(1)).isTrue();
        }
    }

    @Test
    void a_plugin_that_only_joins_to_the_directory_needs_no_migration() {
        assertThat(start(PluginJar.of(Joining.class)).state()).isEqualTo(State.RUNNING);
    }

    @Test
    void a_file_that_is_no_plugin_is_named() throws IOException {
        java.nio.file.Path file = Files.createTempFile("faux", ".jar");
        Files.writeString(file, "rien");
        PluginHost host = ent.server().get(PluginHost.class);
        host.add(List.of(file));
        assertThat(host.list())
                .anySatisfy(status ->
                        assertThat(status.id()).isEqualTo(file.getFileName().toString()));
        Files.delete(file);
    }

    @Test
    void the_console_says_what_is_wrong() {
        PluginStatus status = start(PluginJar.of(NoRight.class));
        Answer services = ent.as(ent.school().administrator()).get("/console/services");
        assertThat(services.status()).isEqualTo(200);
        assertThat(services.body()).contains(status.id(), "Open.open : @Requires manque");
        Answer again = ent.as(ent.school().administrator()).postForm("/console/services/" + status.id() + "/demarrer");
        assertThat(again.status()).isEqualTo(303);
        assertThat(ent.as(ent.school().administrator())
                        .follow(again.location().replaceFirst("https?://[^/]*", ""))
                        .body())
                .contains("Open.open : @Requires manque");
        assertThat(Stream.of("/console/services").map(ent.as(Profile.TEACHER)::get))
                .allMatch(answer -> answer.status() == 403);
    }
}
