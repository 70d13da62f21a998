package fr.preau.server.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.preau.api.Profile;
import fr.preau.server.account.NotesPlugin;
import fr.preau.server.audit.Audit;
import fr.preau.server.audit.Journal;
import fr.preau.server.audit.Sentences;
import fr.preau.server.tenancy.Tenants;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.Program;
import fr.preau.testkit.Program.Run;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The commands, typed on the machine where a server serves. */
class CommandLineTest {
    private static final Path JAR = NotesPlugin.jar();

    @RegisterExtension
    static final EntExtension ent = EntExtension.bare().with(JAR);

    @TempDir
    Path folder;

    private Program preau;

    @BeforeEach
    void settings() {
        preau = ent.program(folder);
    }

    private static void commands(CommandLine line, List<CommandLine> all) {
        all.add(line);
        line.getSubcommands().values().forEach(sub -> commands(sub, all));
    }

    @Test
    void every_command_explains_itself_in_french() {
        List<CommandLine> all = new ArrayList<>();
        commands(PreauCommand.line(), all);
        assertThat(all).hasSizeGreaterThan(10);
        for (CommandLine command : all) {
            String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
            assertThat(help)
                    .startsWith("Usage : " + command.getCommandSpec().qualifiedName())
                    .contains("Montre cette aide.")
                    .doesNotContainPattern("(?i)show this|print version|commands:|options:|\\bthe\\b|PARAM|<\\w+>");
            assertThat(command.getCommandSpec().usageMessage().description())
                    .as(command.getCommandName())
                    .isNotEmpty();
        }
    }

    /** In this JVM: nothing of it reaches the database. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Que faire ? serve, tenant, person, plugin, signer, repository, import, convention, journal. Voyez « preau --help ».",
                "tenant | Que faire ? create, list, school. Voyez « preau tenant --help ».",
                "nope | Pas compris : « nope ». Voyez « preau --help ».",
                "--nope | Pas compris : « --nope ». Voyez « preau --help ».",
                "serve x y | Pas compris : « x » « y ». Voyez « preau serve --help ».",
                "tenant create | Il manque : NOM-COURT, NOM. Voyez « preau tenant create --help ».",
                "tenant school 0999901A X | Il manque : --insee, --commune. Voyez « preau tenant school --help ».",
                "plugin stop | Il manque : ID. Voyez « preau plugin stop --help ».",
            })
    void what_is_not_understood_is_one_line_in_french(String typed, String said) {
        StringWriter err = new StringWriter();
        String[] arguments = typed.isEmpty() ? new String[0] : typed.split(" ");
        int code = PreauCommand.line().setErr(new PrintWriter(err, true)).execute(arguments);
        assertThat(err.toString().strip()).isEqualTo(said);
        assertThat(code).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "person add A B --profile=CHAT, « CHAT » ne convient pas pour --profile",
        "tenant create a b --kind=chat, « chat » ne convient pas pour --kind",
        "journal --export x.csv --since hier, « hier » ne convient pas pour --since",
        "person export chat, « chat » ne convient pas pour ID",
        "person add A B --profile, Il manque : --profile"
    })
    void what_does_not_fit_is_one_line_in_french(String typed, String said) {
        StringWriter err = new StringWriter();
        int code = PreauCommand.line().setErr(new PrintWriter(err, true)).execute(typed.split(" "));
        assertThat(err.toString().strip()).contains(said).doesNotContain("\n", "Invalid", "convert", "expected");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void a_tenant_its_school_and_its_first_administrator() throws Exception {
        Run made = preau.run("tenant", "create", "hameau", "ENT du Hameau", "--kind", "SYNDICAT");
        assertThat(made).isEqualTo(new Run(0, List.of("Espace créé : hameau"), List.of()));
        assertThat(preau.run("tenant", "create", "hameau", "Encore"))
                .isEqualTo(new Run(1, List.of(), List.of("L’espace « hameau » existe déjà.")));
        assertThat(preau.run("tenant", "list").out()).contains("hameau\tSYNDICAT\tENT du Hameau");
        assertThat(preau.run("person", "add", "Andréa", "Admin").err())
                .containsExactly("Plusieurs espaces, ou aucun : dites lequel avec --tenant (preau tenant list).");
        Run added = preau.run("person", "add", "Andréa", "Admin", "--administrator", "--tenant", "hameau");
        assertThat(added.err()).isEmpty();
        String code = added.out().get(1).replaceFirst("Code d’activation : (\\w+) .*", "$1");
        var client = ent.anonymous();
        client.postForm(
                "/activation",
                "code",
                code,
                "login",
                "andrea.du.hameau",
                "password",
                "trois mots ici",
                "password2",
                "trois mots ici");
        client.postForm("/charte");
        assertThat(client.get("/console").status()).isEqualTo(200);
    }

    @Test
    void a_running_server_follows_the_plugin_commands() throws Exception {
        assertThat(preau.run("plugin", "list").out()).containsExactly("notes\t1.0.0\tRUNNING");
        assertThat(preau.run("plugin", "stop", "rien"))
                .isEqualTo(new Run(1, List.of(), List.of("Pas de plugin « rien » (preau plugin list).")));
        assertThat(preau.run("plugin", "stop", "notes")).isEqualTo(new Run(0, List.of("Arrêté : notes"), List.of()));
        waitFor(503);
        Run started = preau.run("plugin", "start", "notes");
        assertThat(started).isEqualTo(new Run(0, List.of("Démarré : notes"), List.of()));
        waitFor(200);
    }

    @Test
    void the_journal_is_verified_and_copied() throws Exception {
        int tenant = ent.server().get(Tenants.class).create("registre", "ENT du Registre", Tenants.Kind.COMMUNE);
        Audit audit = ent.server().get(Audit.class);
        audit.record(tenant, null, "Éloïse Essai", "service.start", "un", "");
        audit.record(tenant, null, "Éloïse Essai", "service.stop", "deux", "");
        assertThat(preau.run("journal", "--verify", "--tenant", "registre"))
                .isEqualTo(new Run(0, List.of("Le journal est entier : 2 lignes."), List.of()));

        Path csv = folder.resolve("journal.csv");
        assertThat(preau.run("journal", "--export", csv.toString(), "--tenant", "registre"))
                .isEqualTo(new Run(0, List.of("journal.csv : 3 lignes."), List.of()));
        assertThat(Files.readAllLines(csv))
                .hasSize(4)
                .anyMatch(line -> line.contains("Éloïse Essai a arrêté le service"));
        assertThat(Files.getPosixFilePermissions(csv)).hasSize(2);

        Path json = folder.resolve("journal.jsonl");
        assertThat(preau.run("journal", "--export", json.toString(), "--verify", "--tenant", "registre"))
                .isEqualTo(new Run(
                        0, List.of("journal.jsonl : 4 lignes.", "Le journal est entier : 4 lignes."), List.of()));
        List<String> lines = Files.readAllLines(json);
        assertThat(lines).hasSize(4);
        for (String line : lines) {
            assertThat(new ObjectMapper().readTree(line).path("hash").asText()).hasSize(64);
        }
        assertThat(preau.run(
                                "journal",
                                "--export",
                                json.toString(),
                                "--until",
                                "2020-01-01",
                                "--since",
                                "2019-01-01",
                                "--tenant",
                                "registre")
                        .out())
                .containsExactly("journal.jsonl : 0 ligne.");
        assertThat(Files.readString(json)).isEmpty();

        try (var admin = ent.database();
                var statement = admin.createStatement()) {
            statement.execute("update core.audit set actor_name = 'x' where seq = 2 and tenant_id = " + tenant);
        }
        Run broken = preau.run("journal", "--verify", "--tenant", "registre");
        assertThat(broken.code()).isEqualTo(3);
        assertThat(broken.out()).isEmpty();
        assertThat(broken.err()).hasSize(1);
        assertThat(broken.err().get(0)).contains("la ligne nº 2 ", "intact : 1 ligne.");
    }

    @Test
    void a_copy_of_somebodys_data_leaves_a_line() throws Exception {
        var school = ent.school();
        String slug = ent.server().get(Tenants.class).list().stream()
                .filter(tenant -> tenant.id() == school.tenantId())
                .findFirst()
                .orElseThrow()
                .slug();
        Run copy = preau.run("person", "export", school.guest().id().toString(), "--tenant", slug);
        assertThat(copy.code()).isZero();
        var last = ent.server()
                .get(Journal.class)
                .before(school.tenantId(), new Journal.Filter("", List.of(), null, null), Journal.END, 1)
                .get(0);
        assertThat(ent.server().get(Sentences.class).of(last))
                .isEqualTo("l’exploitant du serveur a exporté la copie des données de "
                        + school.guest().name());
        Run nobody = preau.run("person", "export", new java.util.UUID(0, 0).toString(), "--tenant", slug);
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.err()).hasSize(1);
        assertThat(nobody.err().get(0)).startsWith("Pas de personne");
    }

    @ParameterizedTest
    @CsvSource({
        "journal, Que faire du journal",
        "journal --verify --since 2026-01-01, vont avec --export",
        "journal --export x.xls, en .csv ou en .jsonl",
    })
    void what_the_journal_is_not_asked(String typed, String said) {
        StringWriter err = new StringWriter();
        int code = PreauCommand.line().setErr(new PrintWriter(err, true)).execute(typed.split(" "));
        assertThat(err.toString().strip()).contains(said).doesNotContain("\n");
        assertThat(code).isEqualTo(1);
    }

    private static void waitFor(int status) throws InterruptedException {
        for (int i = 0; i < 100 && ent.as(Profile.TEACHER).get("/apps/notes/").status() != status; i++) {
            Thread.sleep(50);
        }
        assertThat(ent.as(Profile.TEACHER).get("/apps/notes/").status()).isEqualTo(status);
    }

    @Test
    void all_faults_of_the_settings_are_said_at_once() throws Exception {
        Run run = preau.set("PREAU_PORT", "abc")
                .set("PREAU_PROXY", "yes")
                .set("PREAU_PLUGIN", "x")
                .set("PREAU_ADDRESS", "ent")
                .set("PREAU_PLUGINS", folder.resolve("nulle-part").toString())
                .set("PREAU_DATABASE", "mysql://x")
                .run("tenant", "list");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasSize(7);
        assertThat(String.join("\n", run.err()))
                .startsWith("Réglages à corriger :")
                .contains(
                        "PREAU_PORT",
                        "PREAU_PROXY",
                        "PREAU_PLUGIN :",
                        "PREAU_ADDRESS",
                        "PREAU_PLUGINS",
                        "PREAU_DATABASE");
    }
}
