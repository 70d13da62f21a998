package fr.preau.server.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.preau.server.Config;
import fr.preau.server.Ent;
import fr.preau.server.Quiet;
import fr.preau.server.plugin.PluginFailure;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.PluginJar;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Jars that were made to harm, or by mistake: each is refused, says why, and leaves nothing behind. */
class IntakeTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    @RegisterExtension
    static final Quiet refusals = Quiet.about("fr.preau.server.repository");

    @TempDir
    static Path folder;

    /** Takes unsigned jars of 1 MB at most. */
    private static Ent developer;

    private static Intake intake;

    @BeforeAll
    static void open() {
        developer = Ent.offline(new Config(
                0,
                "127.0.0.1",
                folder,
                List.of(),
                ent.server().get(Config.class).database(),
                null,
                false,
                false,
                1 << 20,
                true));
        intake = developer.get(Intake.class);
    }

    @AfterAll
    static void close() {
        developer.close();
    }

    private static String refusal(Path jar) throws IOException {
        PluginFailure judged = catchThrowableOfType(PluginFailure.class, () -> intake.judge(jar));
        assertThat(judged).as("judged where it is").isNotNull();
        Path target = folder.resolve("target.jar");
        try (InputStream in = Files.newInputStream(jar)) {
            PluginFailure received = catchThrowableOfType(PluginFailure.class, () -> intake.receive(in, target));
            assertThat(received.faults()).isEqualTo(judged.faults());
        }
        assertThat(target).doesNotExist();
        return String.join("\n", judged.faults());
    }

    private static Path file(String name) {
        return folder.resolve(name + ".jar");
    }

    @Test
    void a_sound_jar_is_taken_and_described() throws Exception {
        Path jar = PluginJar.of(HarmlessPlugin.class).version("1.2.3").build();
        ReceivedJar received;
        try (InputStream in = Files.newInputStream(jar)) {
            received = intake.receive(in, folder.resolve("sound.jar"));
        }
        assertThat(received.id()).isEqualTo("harmless");
        assertThat(received.version()).isEqualTo("1.2.3");
        assertThat(received.signer()).isNull();
        assertThat(received.sha256()).isEqualTo(Digests.of(jar)).hasSize(64);
        assertThat(received.file()).hasSameBinaryContentAs(jar);
    }

    @Test
    void names_that_lead_out_of_the_folder() throws Exception {
        for (String name : List.of(
                "../../etc/cron.d/x", "/etc/passwd", "a/../../b", "C:/x", "a\\..\\b", "./x", "a//b", "nul\u0000l")) {
            assertThat(refusal(Zip.sound().file(name, "x").write(file("slip"))))
                    .as(name)
                    .contains("nom de fichier interdit")
                    .doesNotContain("\u0000");
        }
    }

    @Test
    void a_file_that_is_there_twice() throws Exception {
        assertThat(refusal(Zip.sound()
                        .file("one.txt", "1")
                        .file("two.txt", "2")
                        .writeRenaming(file("twice"), "two.txt", "one.txt")))
                .contains("« one.txt » : présent deux fois");
        assertThat(refusal(Zip.sound()
                        .file("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n")
                        .file("META-INF/Manifest.mf", "Manifest-Version: 1.0\n")
                        .write(file("manifests"))))
                .contains("présent deux fois");
    }

    @Test
    void bombs() throws Exception {
        assertThat(refusal(Zip.sound().file("zeros", new byte[3 << 20]).write(file("ratio"))))
                .contains("fait pour nuire");
        byte[] noise = new byte[4000];
        new Random(1).nextBytes(noise);
        byte[] text = new byte[900 << 10];
        for (int i = 0; i < text.length; i++) {
            text[i] = noise[(i / 9) % noise.length];
        }
        Zip large = Zip.sound();
        for (int i = 0; i < 6; i++) {
            large.file("part" + i, text);
        }
        assertThat(refusal(large.write(file("large")))).contains("dépasse 4 Mo une fois décompressé");
        Zip many = Zip.sound();
        for (int i = 0; i < JarContents.MOST_ENTRIES; i++) {
            many.file(Integer.toString(i, 36), new byte[0]);
        }
        assertThat(refusal(many.write(folder.resolve("many.jar")))).contains("Mo");
    }

    /** A sparse file costs nothing to make; were it read or stored, this test would take its time. */
    @Test
    void two_gigabytes() throws Exception {
        Path jar = Zip.sound().write(file("huge"));
        try (RandomAccessFile sparse = new RandomAccessFile(jar.toFile(), "rw")) {
            sparse.setLength(2L << 30);
        }
        long start = System.nanoTime();
        AtomicLong largest = new AtomicLong();
        Path target = folder.resolve("huge-target.jar");
        try (InputStream in = new java.io.FilterInputStream(Files.newInputStream(jar)) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                largest.accumulateAndGet(Files.exists(target) ? Files.size(target) : 0, Math::max);
                return super.read(buffer, from, length);
            }
        }) {
            assertThat(catchThrowableOfType(PluginFailure.class, () -> intake.receive(in, target)))
                    .hasMessageContaining("dépasse 1 Mo");
        }
        assertThat(largest.get()).isLessThanOrEqualTo(1 << 20);
        assertThat(target).doesNotExist();
        assertThat(catchThrowableOfType(PluginFailure.class, () -> intake.judge(jar)))
                .hasMessageContaining("dépasse 1 Mo");
        assertThat((System.nanoTime() - start) / 1_000_000_000).isLessThan(5);
    }

    @Test
    void what_is_no_plugin() throws Exception {
        assertThat(refusal(Files.writeString(file("text"), "rien"))).contains("pas un .jar lisible");
        assertThat(refusal(Files.write(file("empty"), new byte[0]))).contains("pas un .jar lisible");
        Path cut = Zip.sound().file("x", "y").write(file("cut"));
        Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(cut), 150));
        assertThat(refusal(cut)).contains("pas un .jar lisible");
        assertThat(refusal(new Zip().file("x", "y").write(file("library")))).contains("plugin.properties manque");
    }

    @Test
    void a_wrong_descriptor_has_all_its_faults_told() throws Exception {
        assertThat(refusal(new Zip()
                        .file("plugin.properties", "plugin.id=Non Non\nplugin.version=un\nplugin.requires=^9.0")
                        .file("fr/preau/api/Evil.class", "x")
                        .file("../x", "x")
                        .write(file("wrong"))))
                .contains(
                        "plugin.id : « Non Non »",
                        "plugin.version",
                        "plugin.class manque",
                        "offre l’API",
                        "paquet fr.preau.api",
                        "nom de fichier interdit");
        assertThat(refusal(
                        new Zip().file("plugin.properties", "plugin.id=\\u00zz").write(file("escape"))))
                .contains("plugin.properties est illisible");
        assertThat(refusal(new Zip()
                        .file("plugin.properties", new byte[] {'a', '=', (byte) 0xff})
                        .write(file("latin"))))
                .contains("pas en UTF-8");
        assertThat(refusal(new Zip()
                        .file("plugin.properties", Zip.SOUND + "#" + "é".repeat(40_000))
                        .write(file("long"))))
                .contains("plus de 64 ko");
    }

    @Test
    void a_manifest_that_has_code_loaded_from_elsewhere() throws Exception {
        assertThat(refusal(Zip.sound()
                        .file("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nClass-Path: http://exemple.fr/x.jar\n")
                        .write(file("classpath"))))
                .contains("Class-Path");
        assertThat(refusal(Zip.sound()
                        .file("META-INF/INDEX.LIST", "JarIndex-Version: 1.0\n")
                        .write(file("index"))))
                .contains("INDEX.LIST");
        assertThat(refusal(Zip.sound()
                        .file("META-INF/MANIFEST.MF", "n'importe quoi\n")
                        .write(file("manifest"))))
                .contains("MANIFEST.MF est illisible");
    }

    @Test
    void classes_of_the_host_hidden_under_a_version_of_java() throws Exception {
        assertThat(refusal(Zip.sound()
                        .file("META-INF/versions/17/org/jdbi/v3/core/Jdbi.class", "x")
                        .write(file("versions"))))
                .contains("paquet org.jdbi.v3.core");
    }

    @Test
    void thousands_of_faults_are_told_in_short() throws Exception {
        Zip zip = Zip.sound();
        for (int i = 0; i < 500; i++) {
            zip.file("../" + i, "x");
        }
        assertThat(refusal(zip.write(file("thousands"))).lines())
                .hasSize(21)
                .last()
                .asString()
                .contains("480 autres");
    }

    @Test
    void an_unsigned_jar_is_for_development_alone() throws Exception {
        Path jar = PluginJar.of(HarmlessPlugin.class).build();
        assertThat(catchThrowableOfType(
                        PluginFailure.class,
                        () -> ent.server().get(Intake.class).judge(jar)))
                .hasMessageContaining("n’est pas signé");
    }
}
