package fr.preau.server.ops;

import fr.preau.api.web.BadInput;
import fr.preau.api.web.Upload;
import fr.preau.server.directory.Change.Kind;
import fr.preau.server.directory.DirectoryPlan;
import fr.preau.server.directory.Imports;
import fr.preau.server.directory.Imports.Order;
import fr.preau.server.ops.PreauCommand.CommandFailure;
import fr.preau.server.tenancy.Tenants.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code preau import onde DIR --school UAI}: the same import as the console's. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Importe l’annuaire d’une école depuis un dossier de fichiers CSV.")
final class ImportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "SOURCE", description = "Le lecteur : onde.")
    private String source = "";

    @Parameters(index = "1", paramLabel = "DOSSIER", description = "Le dossier des fichiers CSV de l’école.")
    private Path folder = Path.of("");

    @Option(names = "--school", paramLabel = "UAI", required = true, description = "L’école.")
    private String uai = "";

    @Option(names = "--tenant", paramLabel = "NOM-COURT", description = "L’espace.")
    private String tenant = "";

    @Option(names = "--dry-run", description = "Montre ce qui changerait, sans rien changer.")
    private boolean dryRun;

    @Option(names = "--departs", description = "Termine l’inscription de ceux qui ne sont plus dans les fichiers.")
    private boolean endingAbsent;

    @Option(names = "--liens", description = "Rétablit les liens de famille qui avaient été terminés.")
    private boolean restoringTies;

    /** For picocli. */
    ImportCommand() {}

    @Override
    public Integer call() {
        List<Upload> files = files();
        return TenantCommand.withPlugins(ent -> {
            Tenant chosen = TenantCommand.tenant(ent, tenant);
            Imports imports = ent.get(Imports.class);
            Order order = new Order(source, uai, files, endingAbsent, restoringTies);
            try {
                DirectoryPlan plan = imports.plan(chosen.id(), order);
                say(plan);
                if (plan.blocked()) {
                    throw new CommandFailure("Un fichier ne peut pas être lu : rien n’a été importé.");
                }
                if (!dryRun && !plan.isEmpty()) {
                    imports.apply(chosen.id(), order, request -> request.expecting(plan.fingerprint()));
                    System.out.println("C’est fait.");
                }
                return 0;
            } catch (BadInput e) {
                throw new CommandFailure(e.userMessage());
            }
        });
    }

    private List<Upload> files() {
        List<Upload> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.sorted().toList()) {
                if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
                    files.add(new Upload(file.getFileName().toString(), Files.readAllBytes(file)));
                }
            }
        } catch (IOException e) {
            throw new CommandFailure("Le dossier " + folder + " ne peut pas être lu.");
        }
        if (files.isEmpty()) {
            throw new CommandFailure("Pas de fichier .csv dans " + folder + ".");
        }
        return files;
    }

    private void say(DirectoryPlan plan) {
        plan.problems()
                .forEach(problem -> System.out.println(problem.severity() + "\t" + problem.file()
                        + (problem.line() > 0 ? ", ligne " + problem.line() : "")
                        + (problem.column().isEmpty() ? "" : ", colonne " + problem.column()) + "\t"
                        + problem.message()));
        plan.notes().forEach(note -> System.out.println("À lire\t" + note));
        if (dryRun) {
            plan.changes()
                    .forEach(
                            change -> System.out.println(change.kind() + "\t" + change.who() + "\t" + change.detail()));
        }
        System.out.println(plan.schoolName() + " : " + plan.total(Kind.CREATED) + " créations, "
                + plan.total(Kind.UPDATED) + " modifications, " + plan.total(Kind.ENDED) + " fins ; "
                + plan.absences().size() + " absents des fichiers.");
    }
}
