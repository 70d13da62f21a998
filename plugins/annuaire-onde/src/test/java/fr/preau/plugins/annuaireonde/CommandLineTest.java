package fr.preau.plugins.annuaireonde;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.web.Upload;
import fr.preau.server.Config;
import fr.preau.server.Main;
import fr.preau.server.db.DatabaseAddress;
import fr.preau.testkit.EntExtension;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code preau import onde DIR --school UAI}, typed on the machine where the server runs, while it serves. */
class CommandLineTest {
    private static final Path JAR = OndeJar.build();
    private static final String LOGGED = "\\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO .*";

    @RegisterExtension
    static final EntExtension ent = EntExtension.bare().with(JAR);

    @TempDir
    private Path folder = Path.of("");

    private TestSchool school = TestSchool.inNewTenant(ent);

    /**
     * What a command did.
     *
     * @param code its exit code
     * @param out what it said
     * @param err what it complained about, the log's news left aside
     */
    private record Run(int code, List<String> out, List<String> err) {}

    @BeforeEach
    void write() throws IOException {
        for (Upload file : TwelvePupils.files()) {
            Files.write(folder.resolve(file.name()), file.content());
        }
        Files.writeString(folder.resolve("lisez-moi.txt"), "Ce fichier n'est pas lu.");
    }

    private Run preau(String... arguments) throws IOException, InterruptedException {
        Path data = Files.createDirectories(folder.resolve("serveur"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Path out = data.resolve("out.txt");
        Path err = data.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(data.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PREAU_"));
        builder.environment().put("PREAU_DATABASE", database());
        builder.environment().put("PREAU_DATA", data.toString());
        builder.environment().put("PREAU_PLUGINS", JAR.toString());
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        List<String> complaints = Files.readAllLines(err).stream()
                .filter(line -> !line.matches(LOGGED))
                .toList();
        return new Run(process.exitValue(), Files.readAllLines(out), complaints);
    }

    private static String database() {
        DatabaseAddress address =
                Objects.requireNonNull(ent.server().get(Config.class).database());
        return "postgresql://" + address.admin() + ":"
                + URLEncoder.encode(address.password(), StandardCharsets.UTF_8) + "@" + address.host() + ":"
                + address.port() + "/" + address.database();
    }

    private String tenant() {
        return school.text("select slug from system.tenant where id = ?");
    }

    private long pupils() {
        return school.count("core.person where tenant_id = ? and profile = 'PUPIL'");
    }

    @Test
    void a_dry_run_says_all_and_changes_nothing_then_it_is_done() throws Exception {
        Run dry =
                preau("import", "onde", folder.toString(), "--school", school.uai(), "--tenant", tenant(), "--dry-run");
        assertThat(dry.err()).isEmpty();
        assertThat(dry.code()).isZero();
        assertThat(dry.out())
                .contains("CREATED\tZoé EXEMPLE\tnée le 2 mars 2020")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("WARNING\tresponsables.csv, ligne 8\tLe même nom est à la ligne 7"));
        assertThat(dry.out().get(dry.out().size() - 1))
                .endsWith(" : 60 créations, 0 modifications, 0 fins ; 0 absents des fichiers.");
        assertThat(pupils()).isZero();

        Run done = preau("import", "onde", folder.toString(), "--school", school.uai(), "--tenant", tenant());
        assertThat(done.err()).isEmpty();
        assertThat(done.code()).isZero();
        assertThat(done.out()).contains("C’est fait.").noneMatch(line -> line.startsWith("CREATED"));
        assertThat(pupils()).isEqualTo(12);

        assertThat(school.give(TwelvePupils.files()).nothing()).isTrue();
    }

    @Test
    void an_unknown_school_is_one_clear_line() throws Exception {
        Run run = preau("import", "onde", folder.toString(), "--school", "0999999X", "--tenant", tenant());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).containsExactly("Aucune école de cet espace n'a le numéro UAI 0999999X.");
    }

    @Test
    void a_file_that_is_none_is_one_clear_line_and_imports_nothing() throws Exception {
        Files.write(folder.resolve("eleves.csv"), new byte[] {'P', 'K', 3, 4});
        Run run = preau("import", "onde", folder.toString(), "--school", school.uai(), "--tenant", tenant());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .anySatisfy(line -> assertThat(line).startsWith("FILE\televes.csv\tC'est un classeur (xlsx ou ods)"));
        assertThat(run.err()).containsExactly("Un fichier ne peut pas être lu : rien n’a été importé.");
        assertThat(school.count("core.person where tenant_id = ? and profile = 'GUARDIAN'"))
                .isZero();
    }

    @Test
    void an_empty_folder_and_no_folder_are_one_clear_line() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("vide"));
        Run nothing = preau("import", "onde", empty.toString(), "--school", school.uai());
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.err()).containsExactly("Pas de fichier .csv dans " + empty + ".");

        Run nowhere = preau("import", "onde", empty.resolve("ailleurs").toString(), "--school", school.uai());
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.err()).containsExactly("Le dossier " + empty.resolve("ailleurs") + " ne peut pas être lu.");
    }
}
