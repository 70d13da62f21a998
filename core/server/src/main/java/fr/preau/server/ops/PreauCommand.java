package fr.preau.server.ops;

import fr.preau.server.Config;
import fr.preau.server.Ent;
import fr.preau.server.db.StartupFailure;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code preau}: the command that holds the others. */
@Command(
        name = "preau",
        mixinStandardHelpOptions = true,
        versionProvider = PreauCommand.Version.class,
        resourceBundle = "fr.preau.server.ops.commands",
        description = "L’ENT de votre commune.",
        subcommands = {
            PreauCommand.Serve.class,
            TenantCommand.class,
            PersonCommand.class,
            PluginCommand.class,
            SignerCommand.class,
            RepositoryCommand.class,
            ImportCommand.class,
            ConventionCommand.class,
            JournalCommand.class
        })
public final class PreauCommand {
    /** For picocli. */
    public PreauCommand() {}

    /** The command line, ready to execute. */
    public static CommandLine line() {
        ResourceBundle texts = ResourceBundle.getBundle(
                "fr.preau.server.ops.commands", java.util.Locale.FRENCH, PreauCommand.class.getClassLoader());
        CommandLine line = new CommandLine(new PreauCommand()).setResourceBundle(texts);
        line.setParameterExceptionHandler(new Misuse());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof StartupFailure || failure instanceof CommandFailure) {
                command.getErr().println(failure.getMessage());
            } else {
                command.getErr().println("La commande a échoué : " + failure.getMessage());
                org.slf4j.LoggerFactory.getLogger(PreauCommand.class).error("command failed", failure);
            }
            return 1;
        });
        return line;
    }

    /** The version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = PreauCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Préau " + (version == null ? "(en développement)" : version)};
        }
    }

    /** {@code preau serve}. */
    @Command(
            name = "serve",
            mixinStandardHelpOptions = true,
            description = "Démarre le serveur (réglages : variables PREAU_*).")
    static final class Serve implements Callable<Integer> {
        @Override
        public Integer call() {
            Config config = Config.read(System.getenv());
            Ent ent = Ent.serve(config);
            System.out.println("Préau est ouvert : " + ent.address());
            System.out.println("Données : " + (config.database() == null ? config.data() : config.database()));
            System.out.println("Ctrl-C pour arrêter.");
            ent.await();
            return 0;
        }
    }

    /** Something the person who typed the command can mend. */
    static final class CommandFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CommandFailure(String message) {
            super(message);
        }
    }
}
