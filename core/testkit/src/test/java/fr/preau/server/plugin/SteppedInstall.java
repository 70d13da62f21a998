package fr.preau.server.plugin;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import fr.preau.server.Config;
import fr.preau.server.Ent;
import fr.preau.server.plugin.Lifecycle.Actor;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/** A node that installs a jar and dies, as if killed, when its log says that a step is reached. A program of its own. */
public final class SteppedInstall {
    private SteppedInstall() {}

    /** With the jar, and a part of the log's line. */
    public static void main(String[] arguments) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Death death = new Death(arguments[1]);
        death.setContext(context);
        death.start();
        try (Ent ent = Ent.offline(Config.read(System.getenv())).withPlugins()) {
            for (String name : List.of("fr.preau.server.plugin", "org.flywaydb")) {
                Logger logger = context.getLogger(name);
                logger.setLevel(Level.INFO);
                logger.addAppender(death);
            }
            ent.get(Lifecycle.class).install(Path.of(arguments[0]), Actor.OPERATOR);
        }
    }

    /** Leaves the machine no time to tidy up. */
    private static final class Death extends AppenderBase<ILoggingEvent> {
        private final String step;

        Death(String step) {
            this.step = step;
        }

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getFormattedMessage().contains(step)) {
                Runtime.getRuntime().halt(137);
            }
        }
    }
}
