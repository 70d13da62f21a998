package fr.preau.plugins.annuaireonde;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.web.Upload;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.Program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code preau import onde DIR --school UAI}, typed on the machine where the server runs, while it serves. */
class CommandLineTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare().with(OndeJar.build());

    @TempDir
    private Path folder = Path.of("");

    private TestSchool school = TestSchool.inNewTenant(ent);

    @BeforeEach
    void write() throws IOException {
        for (Upload file : TwelvePupils.files()) {
            Files.write(folder.resolve(file.name()), file.content());
        }
        Files.writeString(folder.resolve("lisez-moi.txt"), "Ce fichier n'est pas lu.");
    }

    private Run preau(String... arguments) throws IOException, InterruptedException {
        return ent.program(Files.createDirectories(folder.resolve("terminal"))).run(arguments);
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
