package fr.preau.testkit;

import fr.preau.api.EntPlugin;
import fr.preau.api.Profile;
import fr.preau.server.Ent;
import fr.preau.server.convention.QuickStart;
import fr.preau.server.convention.QuickStart.Signatory;
import fr.preau.server.convention.Template;
import fr.preau.server.db.Database;
import fr.preau.server.db.DatabaseAddress;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.plugin.PluginStatus;
import fr.preau.server.plugin.RunningPlugin;
import fr.preau.testkit.contract.Contract;
import java.io.File;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts a real ENT around plugins, for one test class, on a database of its own, with two made-up schools in two tenants.
 *
 * <pre>{@code
 * class BlogTest {
 *     @RegisterExtension
 *     static final EntExtension ent = EntExtension.of(BlogPlugin.class);
 *
 *     @Test
 *     void a_guardian_reads_the_blog() {
 *         assertThat(ent.as(Profile.GUARDIAN).get("/apps/blog/").status()).isEqualTo(200);
 *     }
 * }
 * }</pre>
 *
 * <p>The field must be static. Set it up before the tests run; then it is thread-safe.
 */
public final class EntExtension implements BeforeAllCallback, AfterAllCallback {
    /** Everybody's password. */
    public static final String PASSWORD = "un-mot-de-passe-d-essai";

    private final List<Path> plugins = new ArrayList<>();
    private final List<Seed> seeds = new ArrayList<>();
    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private int users;
    private @Nullable Ent ent;
    private @Nullable DatabaseAddress database;
    private @Nullable MadeUpSchool school;
    private @Nullable MadeUpSchool otherSchool;

    private EntExtension() {}

    /**
     * Around plugins, each run from the folder of classes (or the jar) that it was loaded from. For a plugin that bundles
     * libraries, see {@link PluginJar#shipped}.
     */
    @SafeVarargs
    public static EntExtension of(Class<? extends EntPlugin>... plugins) {
        EntExtension extension = new EntExtension();
        for (Class<? extends EntPlugin> plugin : plugins) {
            extension.plugins.add(PluginJar.origin(plugin));
        }
        return extension;
    }

    /** Around the core alone, until {@link #with} adds something. */
    public static EntExtension bare() {
        return new EntExtension();
    }

    /** Adds plugins: jars, as {@link PluginJar} makes them, or folders of classes. */
    public EntExtension with(Path... jars) {
        plugins.addAll(List.of(jars));
        return this;
    }

    /** Adds data to both schools, once the ENT runs. */
    public EntExtension seeded(Seed seed) {
        seeds.add(seed);
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        // Called again for each @Nested class.
        if (users++ > 0) {
            return;
        }
        DatabaseAddress address = TestPostgres.freshDatabase();
        database = address;
        Path data = Files.createTempDirectory("preau-test-data-");
        data.toFile().deleteOnExit();
        Ent started = Ent.builder()
                .database(address)
                .data(data)
                .port(0)
                .plugins(plugins.toArray(Path[]::new))
                .start();
        ent = started;
        refuseFaults(started);
        school = SchoolMaking.first(started);
        otherSchool = SchoolMaking.second(started);
        try (Connection admin = database()) {
            TestAccounts.give(admin, school());
            TestAccounts.give(admin, otherSchool());
        }
        agree(school().tenantId());
        agree(otherSchool().tenantId());
        for (Seed seed : seeds) {
            seed.sow(this, school());
            seed.sow(this, otherSchool());
        }
    }

    /**
     * Signs and deploys all services in all schools of a tenant that a test made, as in the made-up ones: nothing runs in a
     * school before.
     */
    public void agree(int tenantId) {
        if (server().get(PluginHost.class).running().isEmpty()) {
            return;
        }
        server().get(QuickStart.class)
                .signAndDeployEverything(
                        tenantId,
                        Template.COMMUNE,
                        "Essai",
                        new Signatory("Claude Académie", "Inspectrice de l’Éducation nationale"),
                        new Signatory("Andréa Admin", "Maire"));
    }

    private static void refuseFaults(Ent started) {
        for (PluginStatus plugin : started.get(PluginHost.class).list()) {
            if (plugin.state() == PluginStatus.State.FAILED) {
                started.close();
                throw new AssertionError(
                        "the plugin " + plugin.id() + " did not start:\n" + String.join("\n", plugin.faults()));
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Ent running = ent;
        if (--users == 0 && running != null) {
            running.close();
            clients.clear();
        }
    }

    private static <T> T started(@Nullable T part) {
        return Objects.requireNonNull(part, "not started: is the @RegisterExtension field static?");
    }

    /** The server itself. */
    public Ent server() {
        return started(ent);
    }

    /** A running plugin. */
    public RunningPlugin plugin(String id) {
        return server().get(PluginHost.class).running().stream()
                .filter(plugin -> plugin.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no plugin " + id + " runs"));
    }

    /** The first school, that {@link #as(Profile)} is about. */
    public MadeUpSchool school() {
        return started(school);
    }

    /** Its twin, in another tenant: nothing of it may be seen from the first. */
    public MadeUpSchool otherSchool() {
        return started(otherSchool);
    }

    /** A client that is not signed in; a new one each time. */
    public Client anonymous() {
        return new Client(server().address());
    }

    /** The first school's first person of this profile, signed in, the charter accepted. */
    public Client as(Profile profile) {
        return as(school().one(profile));
    }

    /** The person of that login, of either school. */
    public Client as(String login) {
        return Stream.of(school(), otherSchool())
                .flatMap(place -> place.people().stream())
                .filter(person -> person.login().equals(login))
                .findFirst()
                .map(this::as)
                .orElseThrow(() -> new AssertionError("nobody has the login " + login));
    }

    /**
     * This person, signed in at first use, the charter accepted: by guardians for their children too, so that a pupil's guardian
     * is signed in first. One client for each.
     */
    public Client as(SchoolPerson person) {
        if (person.profile() == Profile.PUPIL && !clients.containsKey(person.login())) {
            Stream.of(school(), otherSchool())
                    .filter(place -> place.tenantId() == person.tenantId())
                    .forEach(place -> as(place.guardianOf(person)));
        }
        return clients.computeIfAbsent(person.login(), login -> signIn(person));
    }

    private Client signIn(SchoolPerson person) {
        Client client = anonymous();
        Answer opened = client.postJson("/api/core/session", Map.of("login", person.login(), "password", PASSWORD));
        Answer accepted = client.postForm("/charte");
        if (opened.status() != 204 || accepted.status() != 303) {
            throw new AssertionError(person + " could not sign in: " + opened + "\n" + accepted);
        }
        if (person.profile() == Profile.GUARDIAN) {
            client.get("/api/core/charter")
                    .json()
                    .get("children")
                    .forEach(child -> client.putJson(
                            "/api/core/charter/children/"
                                    + child.get("personId").asText(),
                            Map.of()));
        }
        return client;
    }

    /**
     * The machine's Chromium or Chrome. Without one the test is skipped and says why; where the environment variable
     * {@code CI} is set it fails.
     */
    public TestBrowser browser() {
        return new TestBrowser(this);
    }

    /**
     * The command line, typed beside this ENT: on its database, with its plugins.
     *
     * @param folder where it runs; empty, for instance a {@code @TempDir}
     */
    public Program program(Path folder) {
        DatabaseAddress address = started(database);
        Program program = new Program(folder)
                .set(
                        "PREAU_DATABASE",
                        "postgresql://" + address.admin() + ":"
                                + URLEncoder.encode(address.password(), StandardCharsets.UTF_8) + "@" + address.host()
                                + ":" + address.port() + "/" + address.database());
        // Empty is no list of plugins.
        return plugins.isEmpty()
                ? program
                : program.set(
                        "PREAU_PLUGINS",
                        plugins.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    }

    /**
     * The promises of every plugin, checked on each one that runs here:
     *
     * <pre>{@code @TestFactory Stream<DynamicTest> contract() { return ent.contract(); }}</pre>
     *
     * <p>The checks send whatever fits to every route, as everybody: give them a test class of their own.
     */
    public Stream<DynamicTest> contract() {
        return server().get(PluginHost.class).running().stream().map(RunningPlugin::id).toList().stream()
                .flatMap(id -> Contract.of(this, id));
    }

    /** The day it is in the ENT, which near midnight may be another than the machine's. */
    public static LocalDate today() {
        return LocalDate.now(Database.ZONE);
    }

    /**
     * A new connection as the database's administrator, whom row-level security does not bind; close it. Its day and hour are those
     * of the ENT, whatever the zone of the machine.
     */
    public Connection database() {
        DatabaseAddress address = started(database);
        try {
            Connection connection = DriverManager.getConnection(address.jdbcUrl(), address.admin(), address.password());
            try (Statement statement = connection.createStatement()) {
                statement.execute("set time zone '" + Database.ZONE + "'");
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
