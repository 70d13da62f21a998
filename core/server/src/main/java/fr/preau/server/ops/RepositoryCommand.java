package fr.preau.server.ops;

import fr.preau.server.Ent;
import fr.preau.server.ops.PreauCommand.CommandFailure;
import fr.preau.server.plugin.PluginFailure;
import fr.preau.server.repository.Index;
import fr.preau.server.repository.Repositories;
import fr.preau.server.repository.RepositoryBuild;
import fr.preau.server.repository.RepositoryLine;
import fr.preau.server.repository.SigningKey;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code preau repository}: makes a repository of plugins, and says from which this server gets its own. */
@Command(name = "repository", mixinStandardHelpOptions = true, description = "Les dépôts, d’où viennent les plugins.")
final class RepositoryCommand {
    /** For picocli. */
    RepositoryCommand() {}

    @Command(
            name = "build",
            mixinStandardHelpOptions = true,
            description =
                    "Fait un dépôt d’un dossier de jars : signe ceux qui ne le sont pas et écrit l’index à côté d’eux. "
                            + "Le dossier peut ensuite être servi par n’importe quel serveur web.")
    int build(
            @Parameters(paramLabel = "DOSSIER", description = "Les jars, qui sont les vôtres : leur code est lancé.")
                    Path folder,
            @Option(
                            names = "--name",
                            paramLabel = "NOM",
                            required = true,
                            description = "Le nom du dépôt pour les gens.")
                    String name,
            @Option(
                            names = "--key",
                            paramLabel = "FICHIER",
                            description =
                                    "La clé qui signe (keytool -genkeypair -keystore FICHIER). Sans elle, seul un serveur "
                                            + "de développement acceptera le dépôt.")
                    @Nullable
                    Path store,
            @Option(names = "--alias", paramLabel = "CLÉ", description = "Laquelle, si le fichier en a plusieurs.")
                    @Nullable
                    String alias,
            @Option(
                            names = "--password-file",
                            paramLabel = "FICHIER",
                            description = "Le mot de passe de la clé. Sans ce fichier, il est demandé.")
                    @Nullable
                    Path password) {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure("« " + folder + " » n’est pas un dossier.");
        }
        try {
            SigningKey key = store == null ? null : SigningKey.read(store, password(password), alias);
            Index index = RepositoryBuild.make(folder, name, key, Clock.systemUTC());
            System.out.println("Dépôt « " + index.name() + " », nº " + index.number() + " :");
            print(index);
            return 0;
        } catch (PluginFailure e) {
            throw new CommandFailure("Le dépôt n’a pas été fait :\n" + String.join("\n", e.faults()));
        } catch (IOException e) {
            throw new CommandFailure("Le dossier " + folder + " ne peut pas être lu ou écrit : " + e.getMessage());
        }
    }

    private static char[] password(@Nullable Path file) throws IOException {
        if (file != null) {
            return Files.readString(file).strip().toCharArray();
        }
        Console console = System.console();
        if (console == null) {
            throw new CommandFailure("Le mot de passe de la clé ? Mettez-le dans un fichier : --password-file.");
        }
        return console.readPassword("Mot de passe de la clé : ");
    }

    private static void print(Index index) {
        index.plugins()
                .forEach(offer -> offer.versions()
                        .forEach(release -> System.out.println(
                                "  " + offer.id() + "\t" + release.version() + "\t" + offer.title())));
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description =
                    "Lit un dépôt et propose désormais ses plugins. Son signataire doit être accepté (preau signer add).")
    int add(
            @Parameters(paramLabel = "ADRESSE", description = "Un dossier, ou une adresse http:// ou https://.")
                    String address) {
        return with(ent -> {
            Index index = ent.get(Repositories.class).add(address);
            System.out.println(
                    "Ajouté : " + index.name() + ", " + index.plugins().size() + " plugins.");
            return 0;
        });
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Liste les dépôts.")
    int list() {
        return with(ent -> {
            ent.get(Repositories.class).list().forEach(RepositoryCommand::print);
            return 0;
        });
    }

    private static void print(RepositoryLine line) {
        System.out.println(line.address() + "\tnº " + line.index().number() + "\t"
                + line.index().name());
        if (!line.fault().isEmpty()) {
            System.out.println("    " + line.fault());
        }
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Liste ce que les dépôts proposent.")
    int show() {
        return with(ent -> {
            ent.get(Repositories.class).list().forEach(line -> {
                print(line);
                print(line.index());
            });
            return 0;
        });
    }

    @Command(
            name = "refresh",
            mixinStandardHelpOptions = true,
            description = "Lit les dépôts à nouveau. Code de sortie 1 si l’un d’eux ne peut pas l’être.")
    int refresh() {
        return with(ent -> {
            var lines = ent.get(Repositories.class).refresh();
            lines.forEach(RepositoryCommand::print);
            return lines.stream().allMatch(line -> line.fault().isEmpty()) ? 0 : 1;
        });
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "N’utilise plus un dépôt. Ce qui est installé reste.")
    int remove(
            @Parameters(paramLabel = "ADRESSE", description = "Son adresse (preau repository list).") String address) {
        return with(ent -> {
            if (!ent.get(Repositories.class).remove(address)) {
                throw new CommandFailure("Pas de dépôt « " + address + " » (preau repository list).");
            }
            System.out.println("Retiré : " + address);
            return 0;
        });
    }

    private static int with(ToIntFunction<Ent> work) {
        return TenantCommand.with(ent -> {
            try {
                return work.applyAsInt(ent);
            } catch (PluginFailure e) {
                throw new CommandFailure(String.join("\n", e.faults()));
            }
        });
    }
}
