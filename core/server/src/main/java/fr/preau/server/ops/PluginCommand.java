package fr.preau.server.ops;

import fr.preau.server.Ent;
import fr.preau.server.ops.PreauCommand.CommandFailure;
import fr.preau.server.plugin.Lifecycle;
import fr.preau.server.plugin.Lifecycle.Actor;
import fr.preau.server.plugin.Lifecycle.Data;
import fr.preau.server.plugin.Lifecycle.Done;
import fr.preau.server.plugin.PluginFailure;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.repository.Intake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code preau plugin}: what the server runs. A running server follows at once. */
@Command(name = "plugin", mixinStandardHelpOptions = true, description = "Les services (plugins).")
final class PluginCommand {
    /** For picocli. */
    PluginCommand() {}

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Liste les plugins et leur état.")
    int list() {
        return TenantCommand.withPlugins(ent -> {
            ent.get(PluginHost.class).list().forEach(plugin -> {
                System.out.println(plugin.id() + "\t" + plugin.version() + "\t" + plugin.state());
                plugin.faults().forEach(fault -> System.out.println("    " + fault));
            });
            return 0;
        });
    }

    @Command(name = "start", mixinStandardHelpOptions = true, description = "Démarre un plugin.")
    int start(@Parameters(paramLabel = "ID") String id) {
        return run(id, (lifecycle, known) -> {
            lifecycle.start(id, Actor.OPERATOR);
            return "Démarré : " + id;
        });
    }

    @Command(name = "stop", mixinStandardHelpOptions = true, description = "Arrête un plugin, dans tous les espaces.")
    int stop(@Parameters(paramLabel = "ID") String id) {
        return run(id, (lifecycle, known) -> {
            lifecycle.stop(id, Actor.OPERATOR);
            return "Arrêté : " + id;
        });
    }

    @Command(
            name = "install",
            mixinStandardHelpOptions = true,
            description = "Installe un plugin, ou une version plus récente. Les demandes en cours finissent.")
    int install(@Parameters(paramLabel = "JAR") Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new CommandFailure("Pas de fichier « " + jar + " ».");
        }
        return TenantCommand.withPlugins(ent -> told(jar.getFileName().toString(), () -> {
            Done done = ent.get(Lifecycle.class).install(judged(ent, jar), Actor.OPERATOR);
            return done.from().isEmpty()
                    ? "Installé : " + done.id() + " " + done.to()
                    : "Mis à jour : " + done.id() + " " + done.from() + " → " + done.to();
        }));
    }

    private static Path judged(Ent ent, Path jar) {
        try {
            return ent.get(Intake.class).judge(jar).file();
        } catch (PluginFailure e) {
            ent.get(Lifecycle.class).refused(jar.getFileName().toString(), e, Actor.OPERATOR);
            throw e;
        }
    }

    @Command(
            name = "rollback",
            mixinStandardHelpOptions = true,
            description = "Revient à la version d’avant. Les données restent.")
    int rollback(@Parameters(paramLabel = "ID") String id) {
        return run(id, (lifecycle, known) -> {
            Done done = lifecycle.rollBack(id, Actor.OPERATOR);
            return "Revenu : " + id + " " + done.from() + " → " + done.to();
        });
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Retire un plugin du serveur.")
    int remove(
            @Parameters(paramLabel = "ID") String id,
            @Option(
                            names = "--data",
                            paramLabel = "QUOI",
                            defaultValue = "KEEP",
                            description = "KEEP : ses données restent ; DELETE : elles sont supprimées pour de bon.")
                    Data data) {
        return run(id, (lifecycle, known) -> {
            lifecycle.remove(id, data, Actor.OPERATOR);
            return "Retiré : " + id + (data == Data.DELETE ? ", données supprimées" : ", données gardées");
        });
    }

    private static int run(String id, BiFunction<Lifecycle, PluginHost, String> work) {
        return TenantCommand.withPlugins(ent -> {
            PluginHost host = ent.get(PluginHost.class);
            if (!host.knows(id)) {
                throw new CommandFailure("Pas de plugin « " + id + " » (preau plugin list).");
            }
            return told(id, () -> work.apply(ent.get(Lifecycle.class), host));
        });
    }

    private static int told(String what, Supplier<String> work) {
        try {
            System.out.println(work.get());
            return 0;
        } catch (PluginFailure e) {
            throw new CommandFailure("« " + what + " » :\n" + e.getMessage());
        }
    }
}
