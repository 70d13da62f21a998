package fr.preau.server.ops;

import fr.preau.server.ops.PreauCommand.CommandFailure;
import fr.preau.server.plugin.PluginFailure;
import fr.preau.server.repository.JarSeal;
import fr.preau.server.repository.Signer;
import fr.preau.server.repository.Signers;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code preau signer}: whose signature on plugins counts. A running server follows at once. */
@Command(
        name = "signer",
        mixinStandardHelpOptions = true,
        description = "Les signataires dont les plugins sont acceptés.")
final class SignerCommand {
    private static final String FINGERPRINT = "[0-9a-f]{64}";

    /** For picocli. */
    SignerCommand() {}

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Liste les signataires.")
    int list() {
        return TenantCommand.with(ent -> {
            ent.get(Signers.class).list().forEach(SignerCommand::print);
            return 0;
        });
    }

    private static void print(Signer signer) {
        System.out.println(signer.fingerprint() + "\t" + (signer.removedAt() == null ? "accepté" : "retiré") + "\t"
                + signer.name());
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description =
                    "Accepte désormais ce que ce signataire a signé. Comparez d’abord l’empreinte avec celle qu’il vous "
                            + "a donnée.")
    int add(
            @Parameters(
                            paramLabel = "FICHIER",
                            description =
                                    "Son certificat (.pem, .cer), un jar qu’il a signé, ou l’empreinte elle-même.")
                    String source,
            @Option(names = "--name", paramLabel = "NOM", required = true, description = "Comment vous l’appelez.")
                    String name) {
        if (name.isBlank() || name.length() > 100) {
            throw new CommandFailure("--name : attendu un nom de 1 à 100 caractères.");
        }
        return TenantCommand.with(ent -> {
            Signers signers = ent.get(Signers.class);
            String fingerprint = fingerprint(signers, source);
            signers.add(fingerprint, name.strip());
            System.out.println("Accepté : " + name.strip());
            System.out.println("Empreinte : " + fingerprint);
            return 0;
        });
    }

    private static String fingerprint(Signers signers, String source) {
        if (source.matches(FINGERPRINT)) {
            return source;
        }
        try {
            return new JarSeal(signers.certificate(Path.of(source))).fingerprint();
        } catch (PluginFailure e) {
            throw new CommandFailure(String.join("\n", e.faults()));
        }
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "N’accepte plus rien de ce signataire. Ce qui est installé reste.")
    int remove(
            @Parameters(paramLabel = "SIGNATAIRE", description = "Son empreinte ou son nom (preau signer list).")
                    String which) {
        return TenantCommand.with(ent -> {
            Signers signers = ent.get(Signers.class);
            List<Signer> found = signers.list().stream()
                    .filter(signer -> signer.removedAt() == null)
                    .filter(signer ->
                            signer.fingerprint().equals(which) || signer.name().equals(which))
                    .toList();
            if (found.size() != 1) {
                throw new CommandFailure(
                        found.isEmpty()
                                ? "Pas de signataire « " + which + " » (preau signer list)."
                                : "Plusieurs signataires s’appellent ainsi : donnez l’empreinte (preau signer list).");
            }
            signers.remove(found.get(0).fingerprint());
            System.out.println("Retiré : " + found.get(0).name());
            return 0;
        });
    }
}
