package fr.preau.server.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import fr.preau.server.Config;
import fr.preau.server.Quiet;
import fr.preau.server.plugin.PluginFailure;
import fr.preau.server.repository.Index.Offer;
import fr.preau.server.repository.Index.Release;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.PluginJar;
import fr.preau.testkit.Program;
import fr.preau.testkit.Program.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Repositories: made, read from a folder and over HTTP, tampered with, out of date. */
class RepositoryTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};

    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    @RegisterExtension
    static final Quiet refusals = Quiet.about("fr.preau.server.repository");

    @TempDir
    static Path root;

    private static SigningKey town;
    private static SigningKey other;
    private static SigningKey stranger;
    private static HttpServer web;

    private Path folder = root;
    private final Repositories repositories = ent.server().get(Repositories.class);

    @BeforeAll
    static void open() throws Exception {
        town = Keys.make(root, "mairie");
        other = Keys.make(root, "autre");
        stranger = Keys.make(root, "inconnu");
        Signers signers = ent.server().get(Signers.class);
        signers.add(fingerprint(town), "La mairie");
        signers.add(fingerprint(other), "L’autre");
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            Path file = root.resolve(exchange.getRequestURI().getPath().substring(1));
            if (Files.isRegularFile(file)) {
                byte[] bytes = Files.readAllBytes(file);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
            exchange.close();
        });
        web.start();
    }

    @AfterAll
    static void close() {
        web.stop(0);
    }

    @BeforeEach
    void folder(TestInfo test) throws IOException {
        folder = Files.createDirectory(
                root.resolve(test.getTestMethod().orElseThrow().getName()));
    }

    private static String fingerprint(SigningKey key) {
        return Digests.of((X509Certificate) key.certificates().getCertificates().get(0));
    }

    private void put(PluginJar jar, String name) throws IOException {
        Files.copy(jar.build(), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static PluginJar jar(String id, String version) {
        return PluginJar.of(HarmlessPlugin.class).id(id).version(version);
    }

    private Index make(SigningKey key) throws IOException {
        return RepositoryBuild.make(folder, "Essai", key, Clock.systemUTC());
    }

    private String notMade() {
        return said(() -> {
            try {
                make(town);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static String said(Runnable work) {
        PluginFailure failure = catchThrowableOfType(PluginFailure.class, work::run);
        assertThat(failure).as("a refusal").isNotNull();
        return String.join("\n", failure.faults());
    }

    private String http() {
        return "http://127.0.0.1:" + web.getAddress().getPort() + "/" + folder.getFileName() + "/";
    }

    private RepositoryLine line(String address) {
        return repositories.list().stream()
                .filter(line -> line.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private RepositoryLine refreshed(String address) {
        repositories.refresh();
        return line(address);
    }

    @Test
    void made_from_a_folder_it_offers_all_that_the_jars_declare() throws Exception {
        put(jar("bonjour", "1.2.0").file("CHANGELOG.md", "Neuf.").file("screenshots/la-page.png", PNG), "b.jar");
        put(jar("bonjour", "1.10.0").property("plugin.description", "Dit bonjour"), "a.jar");
        Index made = make(town);
        assertThat(make(town).number()).as("grows").isGreaterThan(made.number());
        assertThat(repositories.add(folder.toString()).plugins()).isEqualTo(made.plugins());
        RepositoryLine line = line(folder.toString());
        assertThat(line.signer()).isEqualTo("La mairie");
        Offer offer = line.index().find("bonjour").orElseThrow();
        assertThat(offer.title()).isEqualTo("Mot du jour");
        assertThat(offer.versions()).extracting(Release::version).containsExactly("1.10.0", "1.2.0");
        assertThat(offer.newest().description()).isEqualTo("Dit bonjour");
        assertThat(offer.newest().declares().rights()).singleElement().satisfies(right -> {
            assertThat(right.label()).isEqualTo("Lire le mot du jour");
            assertThat(right.profiles()).hasSize(8);
        });
        Release older = offer.versions().get(1);
        assertThat(older.changelog()).isEqualTo("Neuf.");
        assertThat(older.screenshots().get(0).text()).isEqualTo("la page");
        assertThat(repositories.picture(line, older.screenshots().get(0)).bytes())
                .isEqualTo(PNG);
        assertThat(repositories.<String>download(
                        line, "bonjour", older, jar -> jar.id() + jar.version() + jar.signer()))
                .contains("bonjour1.2.0", "La mairie");
        try (Stream<Path> left =
                Files.list(ent.server().get(Config.class).data().resolve("reception"))) {
            assertThat(left).as("nothing left behind").isEmpty();
        }
        assertThat(said(() -> repositories.add(folder.toString()))).contains("déjà connu");
        assertThat(repositories.remove(folder.toString())).isTrue();
        assertThat(repositories.remove(folder.toString())).isFalse();
    }

    @Test
    void over_http_it_is_the_same() throws Exception {
        put(jar("loin", "1.0.0"), "loin.jar");
        make(town);
        repositories.add(http());
        RepositoryLine line = line(http());
        Release release = line.index().find("loin").orElseThrow().newest();
        assertThat(repositories.<String>download(line, "loin", release, ReceivedJar::sha256))
                .isEqualTo(release.sha256());
    }

    @Test
    void what_can_not_be_made_is_said_all_at_once() throws Exception {
        assertThat(notMade()).contains("pas de plugin");
        put(jar("un", "1.0.0"), "one.jar");
        put(jar("un", "1.0.0"), "two.jar");
        put(jar("deux", "1.0.0").file("fr/preau/api/X.class", "x"), "host.jar");
        put(jar("trois", "1.0.0").property("plugin.class", "x.Absent"), "absent.jar");
        put(jar("quatre", "1.0.0").file("screenshots/x.png", "rien"), "picture.jar");
        assertThat(notMade())
                .contains(
                        "two.jar : un autre jar a le même identifiant et la même version",
                        "host.jar : le jar contient des classes du paquet fr.preau.api",
                        "absent.jar : plugin.class",
                        "picture.jar : screenshots/x.png n’est pas une image");
        assertThat(folder.resolve("index.jar")).doesNotExist();
    }

    @Test
    void plugins_that_need_each_other_in_a_circle() throws Exception {
        put(jar("a", "1.0.0").property("plugin.dependencies", "b"), "a.jar");
        put(jar("b", "1.0.0").property("plugin.dependencies", "c@1.0.0"), "b.jar");
        put(jar("c", "1.0.0").property("plugin.dependencies", "a, d?"), "c.jar");
        assertThat(notMade()).contains("en rond : a → b → c → a");
        put(jar("c", "1.0.0").property("plugin.dependencies", "d?"), "c.jar");
        make(town);
        put(jar("e", "1.0.0").property("plugin.dependencies", "e"), "e.jar");
        assertThat(notMade()).contains("en rond : e → e");
    }

    @Test
    void an_index_that_its_maker_would_not_make_is_refused_though_it_is_signed() throws Exception {
        put(jar("bon", "1.0.0"), "bon.jar");
        Index good = make(town);
        Offer offer = good.plugins().get(0);
        Release release = offer.newest();
        assertThat(written(good, List.of(offer, offer))).contains("« bon » : deux plugins ont cet identifiant");
        assertThat(written(good, List.of(with(offer, release, release)))).contains("cet identifiant et cette version");
        assertThat(written(good, List.of(with(offer)))).contains("aucune version");
        assertThat(written(good, List.of(new Offer("../x", "X", "puzzle", offer.versions()))))
                .contains("pas un identifiant");
        for (String file : List.of("../bon.jar", "/etc/passwd.jar", "x/y.jar", "http:x.jar", "bon.zip")) {
            assertThat(written(good, List.of(with(offer, file(release, file, release.size())))))
                    .as(file)
                    .containsAnyOf("incorrects", "n’est pas un .jar");
        }
        assertThat(written(
                        good,
                        List.of(
                                with(offer, needs(release, "autre")),
                                new Offer("autre", "Autre", "puzzle", List.of(needs(release, "bon"))))))
                .contains("en rond : bon → autre → bon");
        IndexFile.write(new Index(2, "X", good.number(), good.madeAt(), List.of()), folder, town);
        assertThat(said(() -> repositories.add(folder.toString()))).contains("format 2");
        for (String json : List.of(
                "{}",
                "rien",
                "[]",
                "{\"format\":1,\"name\":\"x\",\"number\":1,"
                        + "\"madeAt\":\"2026-01-01T00:00:00Z\",\"plugins\":[null]}")) {
            Path file = new Zip().file("index.json", json).write(folder.resolve("index.jar"));
            town.sign(file);
            assertThat(said(() -> repositories.add(folder.toString()))).as(json).contains("la forme attendue");
        }
    }

    private String written(Index good, List<Offer> offers) throws IOException {
        IndexFile.write(new Index(1, "X", good.number(), good.madeAt(), offers), folder, town);
        return said(() -> repositories.add(folder.toString()));
    }

    private static Offer with(Offer offer, Release... releases) {
        return new Offer(offer.id(), offer.title(), offer.icon(), List.of(releases));
    }

    private static Release file(Release one, String file, long size) {
        return new Release(
                one.version(), one.requires(), "", List.of(), file, size, one.sha256(), one.declares(), List.of(), "");
    }

    private static Release needs(Release one, String id) {
        return new Release(
                one.version(),
                one.requires(),
                "",
                List.of(id),
                one.file(),
                one.size(),
                one.sha256(),
                one.declares(),
                List.of(),
                "");
    }

    @Test
    void an_index_that_was_tampered_with_or_is_older_is_refused_and_the_one_before_stays() throws Exception {
        put(jar("suite", "1.0.0"), "suite.jar");
        make(town);
        Path index = folder.resolve("index.jar");
        byte[] old = Files.readAllBytes(index);
        put(jar("suite", "1.1.0"), "suite11.jar");
        Index newer = make(town);
        String address = folder.toString();
        repositories.add(address);
        byte[] good = Files.readAllBytes(index);

        Files.write(index, old);
        assertThat(refreshed(address).fault()).contains("plus ancien que celui déjà lu", "retour en arrière");
        assertThat(line(address).index()).isEqualTo(newer);

        String json = new String(Zip.of(index).content("index.json"), java.nio.charset.StandardCharsets.UTF_8);
        Files.write(index, good);
        Zip.of(index).file("index.json", json.replace("Essai", "Piégé")).write(index);
        assertThat(refreshed(address).fault()).contains("« index.json » : modifié après la signature");

        IndexFile.write(newer, folder, stranger);
        assertThat(refreshed(address).fault()).contains("que ce serveur ne connaît pas");
        IndexFile.write(newer, folder, other);
        assertThat(refreshed(address).fault()).contains("signé par quelqu’un d’autre qu’avant : L’autre");
        IndexFile.write(newer, folder, null);
        assertThat(refreshed(address).fault()).contains("n’est pas signé");
        IndexFile.write(new Index(1, "Autre nom", newer.number(), newer.madeAt(), newer.plugins()), folder, town);
        assertThat(refreshed(address).fault()).contains("a changé sans changer de numéro");
        Files.delete(index);
        assertThat(refreshed(address).fault()).contains("n’y est pas");
        assertThat(line(address).index()).isEqualTo(newer);

        Files.write(index, good);
        assertThat(refreshed(address).fault()).isEmpty();
        ent.server().get(Signers.class).remove(fingerprint(town));
        assertThat(line(address).fault()).contains("ne compte plus ici");
        RepositoryLine line = line(address);
        assertThat(said(() -> repositories.<String>download(
                        line, "suite", newer.plugins().get(0).newest(), ReceivedJar::id)))
                .contains("ne compte plus ici");
        ent.server().get(Signers.class).add(fingerprint(town), "La mairie");
    }

    @Test
    void a_jar_that_is_not_the_one_that_was_announced_is_refused() throws Exception {
        put(jar("vrai", "1.0.0"), "vrai.jar");
        put(jar("faux", "1.0.0"), "faux.jar");
        Index index = make(town);
        String address = folder.toString();
        repositories.add(address);
        RepositoryLine line = line(address);
        Release release = index.find("vrai").orElseThrow().newest();
        Path file = folder.resolve("vrai.jar");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(failed(line, "vrai", release)).contains("son empreinte diffère");
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 10));
        assertThat(failed(line, "vrai", release)).contains("l’index en annonce " + bytes.length);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length + 10));
        assertThat(failed(line, "vrai", release)).contains("dépasse la taille attendue");
        Files.delete(file);
        assertThat(failed(line, "vrai", release)).contains("n’y est pas");
        assertThat(failed(line, "vrai", index.find("faux").orElseThrow().newest()))
                .contains("est « faux 1.0.0 », l’index annonce « vrai 1.0.0 »");
        assertThat(failed(line, "vrai", file(release, "vrai.jar", 3L << 30))).contains("PREAU_PLUGIN_SIZE");
        put(jar("vrai", "1.0.0"), "vrai.jar");
        stranger.sign(file);
        make(town);
        assertThat(failed(
                        refreshed(address),
                        "vrai",
                        line(address).index().find("vrai").orElseThrow().newest()))
                .as("announced, but by a stranger")
                .contains("que ce serveur ne connaît pas");
    }

    private String failed(RepositoryLine line, String id, Release release) {
        return said(() -> repositories.<String>download(line, id, release, ReceivedJar::id));
    }

    /** Each a program of its own, as it is typed. */
    @Test
    void the_commands() throws Exception {
        Path store = Keys.store(folder, "commande", "-keyalg", "EC", "-groupname", "secp256r1");
        Path jars = Files.createDirectory(folder.resolve("jars"));
        Files.copy(jar("typed", "1.0.0").build(), jars.resolve("typed.jar"));
        Path password = Files.writeString(folder.resolve("passe"), Keys.PASSWORD + "\n");
        Program preau = ent.program(folder);
        Run built = preau.run(
                "repository",
                "build",
                "jars",
                "--name",
                "Tapé",
                "--key",
                store.toString(),
                "--password-file",
                password.toString());
        assertThat(built.err()).isEmpty();
        assertThat(built.out()).last().asString().contains("typed", "1.0.0", "Mot du jour");
        Run refused = preau.run("repository", "add", "jars");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(String.join("\n", refused.err())).contains("CN=commande, que ce serveur ne connaît pas");
        assertThat(preau.run("signer", "add", "jars/typed.jar", "--name", "Qui tape")
                        .out())
                .contains("Accepté : Qui tape");
        assertThat(preau.run("repository", "add", "jars").out()).containsExactly("Ajouté : Tapé, 1 plugins.");
        assertThat(String.join("\n", preau.run("repository", "show").out())).contains("Tapé", "typed\t1.0.0");
        assertThat(preau.run("signer", "remove", "Qui tape").code()).isZero();
        assertThat(String.join("\n", preau.run("signer", "list").out())).contains("retiré\tQui tape");
        Run stale = preau.run("repository", "refresh");
        assertThat(stale.code()).isEqualTo(1);
        assertThat(String.join("\n", stale.out())).contains("ne compte plus ici");
        assertThat(preau.run("repository", "remove", "jars").code()).isZero();
        assertThat(preau.run("repository", "remove", "jars").err().get(0)).startsWith("Pas de dépôt");
    }

    @Test
    void a_number_is_never_behind_though_the_folder_was_lost() throws Exception {
        put(jar("perdu", "1.0.0"), "perdu.jar");
        Index first = make(town);
        Files.delete(folder.resolve("index.jar"));
        assertThat(RepositoryBuild.make(
                                folder, "X", town, Clock.offset(Clock.systemUTC(), java.time.Duration.ofSeconds(2)))
                        .number())
                .isGreaterThan(first.number());
        assertThat(first.madeAt()).isBeforeOrEqualTo(Instant.now());
    }
}
