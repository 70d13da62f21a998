package fr.preau.server.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.preau.server.Config;
import fr.preau.server.Ent;
import fr.preau.server.Quiet;
import fr.preau.server.plugin.PluginFailure;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.PluginJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whose signature counts, and all that can be wrong with one. */
class JarSealTest {
    private static final String PAGE = "fr/preau/server/repository/HarmlessPlugin$Word.class";

    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    @RegisterExtension
    static final Quiet refusals = Quiet.about("fr.preau.server.repository");

    @TempDir
    static Path folder;

    private static SigningKey town;
    private static SigningKey stranger;

    private int count;

    @BeforeAll
    static void keys() throws Exception {
        town = Keys.make(folder, "mairie");
        stranger = Keys.make(folder, "inconnu");
        ent.server().get(Signers.class).add(fingerprint(town), "La mairie");
    }

    private static String fingerprint(SigningKey key) {
        return Digests.of((java.security.cert.X509Certificate)
                key.certificates().getCertificates().get(0));
    }

    private static Path signed(SigningKey key) throws Exception {
        Path jar = PluginJar.of(HarmlessPlugin.class).build();
        key.sign(jar);
        return jar;
    }

    private Path file() {
        return folder.resolve("changed" + count++ + ".jar");
    }

    private static String signer(Path jar) {
        Signer signer = ent.server().get(Intake.class).judge(jar).signer();
        return signer == null ? "" : signer.name();
    }

    private static String refusal(Path jar) {
        return refusal(ent.server(), jar);
    }

    private static String refusal(Ent server, Path jar) {
        PluginFailure failure = catchThrowableOfType(
                PluginFailure.class, () -> server.get(Intake.class).judge(jar));
        assertThat(failure).isNotNull();
        return String.join("\n", failure.faults());
    }

    @Test
    void a_known_signer_counts() throws Exception {
        assertThat(signer(signed(town))).isEqualTo("La mairie");
    }

    /** Made by the tool that people type. */
    @Test
    void a_jar_that_jarsigner_signed_counts() throws Exception {
        Path store = Keys.store(folder, "outil", "-keyalg", "RSA", "-keysize", "2048", "-validity", "30");
        Path jar = PluginJar.of(HarmlessPlugin.class).build();
        Keys.run(
                "jarsigner",
                List.of("-keystore", store.toString(), "-storepass", Keys.PASSWORD, jar.toString(), "outil"));
        Signers signers = ent.server().get(Signers.class);
        signers.add(Digests.of(signers.certificate(jar)), "L’outil");
        assertThat(signer(jar)).isEqualTo("L’outil");
    }

    @Test
    void a_stranger_does_not_and_is_named() throws Exception {
        assertThat(refusal(signed(stranger)))
                .contains("signé par CN=inconnu, que ce serveur ne connaît pas", fingerprint(stranger));
    }

    @Test
    void who_was_removed_counts_no_longer_until_added_again() throws Exception {
        SigningKey former = Keys.make(folder, "ancien");
        Signers signers = ent.server().get(Signers.class);
        signers.add(fingerprint(former), "L’ancien");
        Path jar = signed(former);
        assertThat(ent.server().get(Intake.class).judge(jar).signer()).isNotNull();
        assertThat(signers.remove(fingerprint(former))).isTrue();
        assertThat(signers.remove(fingerprint(former))).isFalse();
        assertThat(refusal(jar)).contains("L’ancien, dont la signature ne compte plus ici");
        assertThat(signers.list())
                .filteredOn(signer -> signer.fingerprint().equals(fingerprint(former)))
                .singleElement()
                .satisfies(signer -> assertThat(signer.removedAt()).isNotNull());
        signers.add(fingerprint(former), "L’ancien");
        assertThat(ent.server().get(Intake.class).judge(jar).signer()).isNotNull();
    }

    @Test
    void whatever_was_changed_added_or_taken_out_is_found() throws Exception {
        Path jar = signed(town);
        assertThat(refusal(Zip.of(jar).file(PAGE, "x").write(file())))
                .contains("« " + PAGE + " » : modifié après la signature");
        assertThat(refusal(Zip.of(jar).file("extra/X.class", "x").write(file())))
                .contains("« extra/X.class » : pas signé");
        assertThat(refusal(Zip.of(jar).file("META-INF/services/x", "x").write(file())))
                .as("META-INF is no hiding place")
                .contains("« META-INF/services/x » : pas signé");
        assertThat(refusal(
                        Zip.of(jar).file("META-INF/versions/17/x/X.class", "x").write(file())))
                .contains("pas signé");
        assertThat(refusal(Zip.of(jar).without(PAGE).write(file())))
                .contains("« " + PAGE + " » : retiré après la signature");
        String manifest = new String(read(jar, "META-INF/MANIFEST.MF"), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(refusal(Zip.of(jar)
                        .file("META-INF/MANIFEST.MF", manifest.replace("Manifest-Version", "X: y\r\nManifest-Version"))
                        .write(file())))
                .containsAnyOf("abîmée", "pas signé", "modifié");
        assertThat(refusal(Zip.of(jar).file("META-INF/PREAU.EC", "rien").write(file())))
                .containsAnyOf("abîmée", "pas signé");
        assertThat(refusal(Zip.of(jar)
                        .without("META-INF/PREAU.EC")
                        .without("META-INF/PREAU.SF")
                        .write(file())))
                .as("stripped")
                .contains("n’est pas signé");
    }

    private static byte[] read(Path jar, String name) throws Exception {
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(jar.toFile())) {
            return zip.getInputStream(zip.getEntry(name)).readAllBytes();
        }
    }

    @Test
    void two_signers_are_one_too_many() throws Exception {
        Path jar = signed(town);
        Path store = Keys.store(folder, "second", "-keyalg", "EC", "-groupname", "secp256r1");
        Keys.run(
                "jarsigner",
                List.of("-keystore", store.toString(), "-storepass", Keys.PASSWORD, jar.toString(), "second"));
        assertThat(refusal(jar)).contains("pas tous le même signataire");
    }

    @Test
    void weak_keys_weak_algorithms_and_old_certificates() throws Exception {
        SigningKey small = Keys.make(folder, "petite", "-keyalg", "RSA", "-keysize", "1024");
        ent.server().get(Signers.class).add(fingerprint(small), "La petite");
        assertThat(refusal(signed(small))).contains("trop faible");

        Path store = Keys.store(folder, "vieille", "-keyalg", "RSA", "-keysize", "2048");
        SigningKey old = SigningKey.read(store, Keys.PASSWORD.toCharArray(), null);
        ent.server().get(Signers.class).add(fingerprint(old), "La vieille");
        Path jar = PluginJar.of(HarmlessPlugin.class).build();
        Keys.run(
                "jarsigner",
                List.of(
                        "-digestalg",
                        "MD5",
                        "-sigalg",
                        "MD5withRSA",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        Keys.PASSWORD,
                        jar.toString(),
                        "vieille"));
        assertThat(refusal(jar)).contains("procédé trop faible");

        SigningKey past = Keys.make(
                folder,
                "perimee",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-startdate",
                "2020/01/01 00:00:00",
                "-validity",
                "30");
        ent.server().get(Signers.class).add(fingerprint(past), "La périmée");
        assertThat(refusal(signed(past))).contains("n’est pas valable aujourd’hui", "janvier 2020");
    }

    @Test
    void development_takes_strangers_but_nothing_that_was_tampered_with() throws Exception {
        try (Ent developer = Ent.offline(new Config(
                0,
                "127.0.0.1",
                folder,
                List.of(),
                ent.server().get(Config.class).database(),
                null,
                false,
                false,
                Config.PLUGIN_SIZE,
                true))) {
            Path jar = signed(stranger);
            assertThat(developer.get(Intake.class).judge(jar).signer()).isNull();
            assertThat(refusal(developer, Zip.of(jar).file(PAGE, "x").write(file())))
                    .contains("modifié après la signature");
        }
    }

    @Test
    void a_key_that_can_not_be_read_is_said() throws Exception {
        Path store = Keys.store(folder, "fermee", "-keyalg", "EC", "-groupname", "secp256r1");
        assertThat(catchThrowableOfType(PluginFailure.class, () -> SigningKey.read(store, "faux".toCharArray(), null)))
                .hasMessageContaining("mauvais mot de passe");
        assertThat(catchThrowableOfType(
                        PluginFailure.class, () -> SigningKey.read(store, Keys.PASSWORD.toCharArray(), "absente")))
                .hasMessageContaining("n’a pas de clé « absente »");
        Path text = Files.writeString(folder.resolve("texte.pem"), "rien");
        assertThat(catchThrowableOfType(
                        PluginFailure.class,
                        () -> ent.server().get(Signers.class).certificate(text)))
                .hasMessageContaining("pas de certificat");
    }
}
