package fr.preau.server.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.preau.api.Authority;
import fr.preau.api.EntPlugin;
import fr.preau.api.Profile;
import fr.preau.api.access.Requires;
import fr.preau.api.privacy.PersonalData;
import fr.preau.server.Quiet;
import fr.preau.server.plugin.PluginHost;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.PluginJar;
import fr.preau.testkit.TestBrowser;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator reads before a service is installed, and before it is replaced. */
class ShopTest {
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @RegisterExtension
    static final EntExtension ent = EntExtension.bare()
            .with(PluginJar.of(HarmlessPlugin.class).id("mot").build());

    @RegisterExtension
    static final Quiet refusals = Quiet.about("fr.preau.server.repository");

    @TempDir
    static java.nio.file.Path folder;

    private final Client admin = ent.as(ent.school().administrator());

    /** The next version: asks for more. */
    public static final class GreedierPlugin extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.COLLECTIVITE);
            permission("read", "Lire le mot du jour", Profile.TEACHER, Profile.HEAD);
            permission("write", "Écrire le mot du jour", Profile.TEACHER);
            page(Word.class);
            dao(Words.class);
            personalData(Kept.class);
        }

        /** Its page. */
        @Path("")
        @Requires("read")
        public static final class Word {
            /** Nothing. */
            @GET
            public fr.preau.api.web.Page word() {
                return fr.preau.api.web.Page.text("Mot", "");
            }
        }

        /** Joins. */
        public interface Words {
            /** All. */
            @SqlQuery("select display_name from ent.person")
            List<String> all();
        }

        /** Asks for what only the host gives. */
        public static final class Kept implements PersonalData {
            private final Words words;
            private final Clock clock;

            @Inject
            Kept(Words words, Clock clock) {
                this.words = words;
                this.clock = clock;
            }

            @Override
            public List<PersonalData.Kept> register() {
                return List.of(new PersonalData.Kept("Mots écrits", "Se saluer", "Un an"));
            }

            @Override
            public List<Item> export(UUID personId) {
                return List.of(
                        new Item("Mot", clock.instant().toString(), words.all().toString()));
            }

            @Override
            public int erase(UUID personId) {
                return 0;
            }
        }
    }

    @BeforeAll
    static void offer() throws Exception {
        SigningKey key = Keys.make(folder, "mairie");
        ent.server()
                .get(Signers.class)
                .add(
                        Digests.of((X509Certificate)
                                key.certificates().getCertificates().get(0)),
                        "La mairie");
        java.nio.file.Path jars = Files.createDirectory(folder.resolve("jars"));
        Files.copy(
                PluginJar.of(GreedierPlugin.class)
                        .id("mot")
                        .version("2.0.0")
                        .file("CHANGELOG.md", "On peut <b>écrire</b>.\nEnfin.")
                        .file("screenshots/la-page.png", PNG)
                        .build(),
                jars.resolve("mot2.jar"));
        Files.copy(PluginJar.of(HarmlessPlugin.class).id("mot").build(), jars.resolve("mot1.jar"));
        Files.copy(PluginJar.of(HarmlessPlugin.class).id("neuf").build(), jars.resolve("neuf.jar"));
        RepositoryBuild.make(jars, "Services de l’agglomération", key, Clock.systemUTC());
        ent.server().get(Repositories.class).add(jars.toString());
    }

    private static String path(String id) {
        return "/console/magasin/"
                + ent.server().get(Repositories.class).list().get(0).id() + "/" + id;
    }

    @Test
    void what_is_offered_is_listed_with_what_is_here() {
        assertThat(admin.get("/console/magasin").body())
                .contains("Services de l’agglomération", "Signé par La mairie", "installé en version 1.0.0");
        assertThat(admin.postForm("/console/magasin/actualiser").status()).isEqualTo(303);
        assertThat(admin.get("/console/services").body()).contains("/console/magasin");
    }

    @Test
    void before_it_is_installed_one_reads_what_it_will_do_keep_and_change() {
        assertThat(admin.get(path("mot")).body())
                .contains(
                        "Ce qui change de la version 1.0.0 à la version 2.0.0",
                        "doit être signé par",
                        "permet en plus",
                        "Écrire le mot du jour",
                        "droit modifié",
                        "Ne l’ont plus : élève",
                        "garde en plus",
                        "Mots écrits",
                        "Se saluer. Gardé : Un an.",
                        "On peut &lt;b&gt;écrire&lt;/b&gt;.")
                .doesNotContain("<b>écrire");
        assertThat(admin.get(path("mot") + "?version=1.0.0").body())
                .contains("tout le monde")
                .doesNotContain("Ce qui change");
        assertThat(admin.get(path("neuf")).body()).contains("Il ne garde rien sur personne");
        var picture = admin.get(path("mot") + "/2.0.0/image/0");
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
    }

    @Test
    void what_is_not_there_is_not_found() {
        for (String path : List.of(
                path("absent"),
                path("mot") + "?version=9",
                path("mot") + "/2.0.0/image/1",
                path("mot") + "/2.0.0/image/-1",
                path("mot") + "/2.0.0/image/x",
                "/console/magasin/99/mot",
                "/console/magasin/x/mot")) {
            assertThat(admin.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void it_is_installed_and_what_can_not_be_is_told_and_recorded() throws Exception {
        java.nio.file.Path jar = folder.resolve("jars/neuf.jar");
        byte[] good = Files.readAllBytes(jar);
        byte[] bad = good.clone();
        bad[bad.length / 2] ^= 1;
        Files.write(jar, bad);
        assertThat(admin.postForm(path("neuf") + "/installer").status())
                .as("where several ENTs share a server, its operator installs")
                .isEqualTo(403);
        assertThat(admin.get(path("neuf")).body()).contains("son exploitant").doesNotContain("neuf/installer");
        try {
            otherTenant("delete from system.tenant where id = " + other());
            alone(jar, good);
        } finally {
            otherTenant("insert into system.tenant (id, slug, name, kind) overriding system value values (" + other()
                    + ", 'autre', 'Autre', 'COMMUNE')");
        }
    }

    private static int other() {
        return ent.otherSchool().tenantId();
    }

    /** Past foreign keys: what belongs to the tenant stays for its return. */
    private static void otherTenant(String sql) throws SQLException {
        try (var database = ent.database();
                var statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }

    private void alone(java.nio.file.Path jar, byte[] good) throws IOException {
        assertThat(admin.get(path("neuf")).body()).contains("neuf/installer");
        var refused = admin.postForm(path("neuf") + "/installer");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Le service n’a pas été installé", "son empreinte diffère", "Lire le mot du jour");
        assertThat(admin.get("/console/journal").body()).contains("Le service « neuf 1.0.0 »", "a été refusé");
        assertThat(ent.server().get(PluginHost.class).knows("neuf")).isFalse();
        Files.write(jar, good);
        assertThat(admin.postForm(path("neuf") + "/installer", "version", "1.0.0")
                        .location())
                .endsWith("/console/services");
        assertThat(ent.plugin("neuf").version()).isEqualTo("1.0.0");
        assertThat(admin.get("/console/journal").body()).contains("a installé le service « neuf »");
        assertThat(admin.get(path("neuf")).body()).contains("installé").doesNotContain("neuf/installer");
        assertThat(admin.postForm(path("mot") + "/installer", "version", "1.0.0")
                        .body())
                .as("another jar of the version that is here")
                .contains("une version ne change pas");
    }

    @Test
    void administrators_alone() {
        for (Profile profile : Profile.values()) {
            Client other = ent.as(profile);
            assertThat(other.get("/console/magasin").status())
                    .as(profile.name())
                    .isEqualTo(403);
            assertThat(other.get(path("mot")).status()).isEqualTo(403);
            assertThat(other.get(path("mot") + "/2.0.0/image/0").status()).isEqualTo(403);
            assertThat(other.postForm("/console/magasin/actualiser").status()).isEqualTo(403);
            assertThat(other.postForm(path("mot") + "/installer", "version", "2.0.0")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(ent.anonymous().get("/console/magasin").status()).isEqualTo(303);
    }

    @Test
    void its_pages_are_readable_by_everybody() {
        TestBrowser browser = ent.browser();
        Page page = browser.as(ent.school().administrator());
        for (String path : List.of("/console/magasin", path("mot"), path("neuf"), "/console/services")) {
            assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
            browser.check(page);
        }
    }
}
