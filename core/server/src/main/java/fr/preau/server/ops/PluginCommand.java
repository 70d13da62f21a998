package fr.preau.server.ops;

import fr.preau.server.ops.PreauCommand.CommandFailure;
import fr.preau.server.plugin.PluginFailure;
import fr.preau.server.plugin.PluginHost;
import picocli.CommandLine.Command;
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
        return TenantCommand.withPlugins(ent -> {
            PluginHost host = known(ent.get(PluginHost.class), id);
            try {
                host.start(id);
            } catch (PluginFailure e) {
                throw new CommandFailure("Le plugin « " + id + " » n’a pas pu démarrer :\n" + e.getMessage());
            }
            System.out.println("Démarré : " + id);
            return 0;
        });
    }

    @Command(name = "stop", mixinStandardHelpOptions = true, description = "Arrête un plugin, dans tous les espaces.")
    int stop(@Parameters(paramLabel = "ID") String id) {
        return TenantCommand.withPlugins(ent -> {
            known(ent.get(PluginHost.class), id).stop(id);
            System.out.println("Arrêté : " + id);
            return 0;
        });
    }

    private static PluginHost known(PluginHost host, String id) {
        if (!host.knows(id)) {
            throw new CommandFailure("Pas de plugin « " + id + " » (preau plugin list).");
        }
        return host;
    }
}
