package fr.preau.server.ops;

import fr.preau.server.Ent;
import fr.preau.server.audit.Audit;
import fr.preau.server.audit.AuditChain;
import fr.preau.server.audit.Journal;
import fr.preau.server.audit.JournalFormats;
import fr.preau.server.audit.JournalFormats.Sink;
import fr.preau.server.ops.PreauCommand.CommandFailure;
import fr.preau.server.tenancy.Tenants.Tenant;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code preau journal}: for a timer that verifies it, and copies it to where the database's administrator can't write. */
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description = "Le journal d’un espace : le vérifier, le copier dans un fichier.")
final class JournalCommand implements Callable<Integer> {
    /** The exit code of a journal that was altered. */
    private static final int BROKEN = 3;

    private static final String DAY = "Un jour : 2026-09-01.";

    @Option(
            names = "--verify",
            description = "Vérifie que rien n’a été changé ni retiré. Code de sortie 3 si c’est le cas.")
    private boolean verify;

    @Option(
            names = "--export",
            paramLabel = "FICHIER",
            description = "Copie les lignes dans un fichier .csv ou .jsonl.")
    private @Nullable Path export;

    @Option(names = "--since", paramLabel = "JOUR", description = "Copie à partir de ce jour. " + DAY)
    private @Nullable LocalDate since;

    @Option(names = "--until", paramLabel = "JOUR", description = "Copie jusqu’à ce jour compris. " + DAY)
    private @Nullable LocalDate until;

    @Option(names = "--tenant", paramLabel = "NOM-COURT", defaultValue = "", description = "L’espace.")
    private String slug = "";

    /** For picocli. */
    JournalCommand() {}

    @Override
    public Integer call() {
        if (!verify && export == null) {
            throw new CommandFailure("Que faire du journal ? --verify, --export. Voyez « preau journal --help ».");
        }
        if (export == null && (since != null || until != null)) {
            throw new CommandFailure("--since et --until vont avec --export : la vérification est entière.");
        }
        if (export != null && !isJson(export) && !named(export).endsWith(".csv")) {
            throw new CommandFailure("« " + export + " » : donnez un nom de fichier en .csv ou en .jsonl.");
        }
        return TenantCommand.with(ent -> {
            Tenant tenant = TenantCommand.tenant(ent, slug);
            if (export != null) {
                export(ent, tenant, export);
            }
            return verify ? verify(ent, tenant) : 0;
        });
    }

    private static int verify(Ent ent, Tenant tenant) {
        AuditChain.Verdict verdict = ent.get(AuditChain.class).verify(tenant.id());
        if (verdict.intact()) {
            System.out.println("Le journal est entier : " + lines(verdict.lines()));
            return 0;
        }
        System.err.println("Le journal a été changé : la ligne nº "
                + verdict.firstBroken().getAsLong()
                + " n’est plus celle qui a été écrite, ou elle manque. Avant elle, intact : " + lines(verdict.lines()));
        return BROKEN;
    }

    private static String lines(long number) {
        return number + (number < 2 ? " ligne." : " lignes.");
    }

    private static String named(Path file) {
        return file.getFileName() == null ? "" : file.getFileName().toString();
    }

    private static boolean isJson(Path file) {
        return named(file).endsWith(".jsonl");
    }

    /** Beside it first, readable by its owner alone: what has the name is whole. */
    private void export(Ent ent, Tenant tenant, Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw new CommandFailure("« " + file + " » : il faut un fichier, dans un dossier qui existe.");
        }
        ent.get(Audit.class).record(tenant.id(), null, Audit.OPERATOR, "audit.download", "", named(file));
        try {
            Path written = Files.createTempFile(folder, ".journal", ".part");
            try {
                System.out.println(named(file) + " : " + lines(write(ent, tenant, file, written)));
                Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw new CommandFailure("« " + file + " » n’a pas pu être écrit : " + e.getMessage());
        }
    }

    private long write(Ent ent, Tenant tenant, Path file, Path written) throws IOException {
        JournalFormats formats = ent.get(JournalFormats.class);
        long[] count = {0};
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(written));
                Sink sink = isJson(file) ? formats.jsonLines(out) : formats.csv(out)) {
            ent.get(Journal.class)
                    .<IOException>each(
                            tenant.id(), new Journal.Filter("", List.of(), since, until), Integer.MAX_VALUE, line -> {
                                sink.line(line);
                                count[0]++;
                            });
        }
        return count[0];
    }
}
