package fr.preau.server;

import com.google.inject.Guice;
import com.google.inject.Injector;
import fr.preau.server.audit.Forgetting;
import fr.preau.server.convention.Reminders;
import fr.preau.server.db.Announcements;
import fr.preau.server.db.Database;
import fr.preau.server.db.DatabaseAddress;
import fr.preau.server.db.EmbeddedServer;
import fr.preau.server.db.StartupFailure;
import fr.preau.server.events.Couriers;
import fr.preau.server.http.WebServer;
import fr.preau.server.job.Jobs;
import fr.preau.server.plugin.PluginChanges;
import fr.preau.server.plugin.PluginHost;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * An ENT that runs. For integrators:
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *     Ent ent = Ent.builder().port(8080).data(Path.of("donnees")).plugins(Path.of("plugins")).start();
 *     System.out.println("Ouvert : " + ent.address());
 * }
 * }</pre>
 *
 * <p>Thread-safe. {@link #close} stops it cleanly; the end of the process does it too.
 */
public final class Ent implements AutoCloseable {
    /** All times are said in the schools' zone. */
    private static final ZoneId ZONE = Database.ZONE;

    private final List<AutoCloseable> undo = new ArrayList<>();
    private final Injector injector;
    private @Nullable WebServer web;
    private boolean closed;

    private Ent(Config config, Clock clock) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        // The classes that Guice would make, with means of which newer JDKs warn, save nothing where objects are made
        // once.
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
        // A jar that was replaced must not be read through an old handle.
        java.net.URLConnection.setDefaultUseCaches("jar", false);
        DatabaseAddress address = config.database();
        if (address == null) {
            EmbeddedServer server = EmbeddedServer.start(config.data(), config.durable());
            undo.add(server);
            address = server.address("preau");
        }
        try {
            Database database = Database.open(address);
            undo.add(database);
            injector = Guice.createInjector(new ServerModule(config, clock, database));
        } catch (RuntimeException | Error e) {
            undoAll();
            throw e;
        }
    }

    /** A builder, with the defaults of {@link Config}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from a configuration: opens the database, starts the plugins, serves. */
    public static Ent serve(Config config) {
        return start(config, Clock.system(ZONE));
    }

    /** Opens the database alone, for the command line: nothing is served, no plugin started. */
    public static Ent offline(Config config) {
        Ent ent = new Ent(config, Clock.system(ZONE));
        ent.closeAtEnd();
        return ent;
    }

    /** Starts the plugins of an ENT that was opened {@link #offline}: an import needs its reader. */
    public Ent withPlugins() {
        PluginHost plugins = get(PluginHost.class);
        undo.add(plugins);
        plugins.add(get(Config.class).plugins());
        return this;
    }

    private static Ent start(Config config, Clock clock) {
        WebServer.refuseTakenPort(config.bind(), config.port());
        Ent ent = new Ent(config, clock);
        try {
            WebServer web = ent.get(WebServer.class);
            ent.web = web;
            PluginHost plugins = ent.get(PluginHost.class);
            ent.undo.add(plugins);
            ent.undo.add(web);
            web.start();
            plugins.add(config.plugins());
            ent.undo.add(ent.get(PluginChanges.class).listen());
            ent.undo.add(ent.get(Couriers.class).deliver());
            ent.undo.add(ent.get(Jobs.class).run());
            ent.undo.add(ent.get(Announcements.class).listen());
            ent.undo.add(ent.get(Forgetting.class).daily());
            ent.undo.add(ent.get(Reminders.class).daily());
            web.ready();
            ent.closeAtEnd();
            return ent;
        } catch (RuntimeException | Error e) {
            ent.close();
            throw e;
        }
    }

    private void closeAtEnd() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "preau-stop"));
    }

    /** A part of the server: the command line, the demo and the tests use it. */
    public <T> T get(Class<T> type) {
        return injector.getInstance(type);
    }

    /** Where it answers. */
    public URI address() {
        WebServer serving = web;
        if (serving == null) {
            throw new IllegalStateException("this ENT does not serve");
        }
        return serving.address();
    }

    /** Waits until it is stopped. */
    public void await() {
        WebServer serving = web;
        if (serving != null) {
            serving.await();
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            undoAll();
        }
    }

    private void undoAll() {
        for (int i = undo.size() - 1; i >= 0; i--) {
            try {
                undo.get(i).close();
            } catch (Exception e) {
                org.slf4j.LoggerFactory.getLogger(Ent.class).warn("while stopping", e);
            }
        }
        undo.clear();
    }

    /** Sets up an ENT. Not thread-safe. */
    public static final class Builder {
        private int port = 8080;
        private String bind = "127.0.0.1";
        private Path data = Path.of("donnees");
        private final List<Path> plugins = new ArrayList<>();
        private @Nullable DatabaseAddress database;
        private boolean durable = true;
        private Clock clock = Clock.system(ZONE);

        private Builder() {}

        /** TCP port, 0 for any free one. */
        public Builder port(int number) {
            this.port = number;
            return this;
        }

        /** Address to listen on; loopback unless said otherwise. */
        public Builder bind(String address) {
            this.bind = address;
            return this;
        }

        /** Folder of the data. */
        public Builder data(Path folder) {
            this.data = folder;
            return this;
        }

        /** Adds plugins: jars, folders of jars, or folders of classes. */
        public Builder plugins(Path... paths) {
            plugins.addAll(List.of(paths));
            return this;
        }

        /** An external PostgreSQL: {@code postgresql://login:password@host:5432/database}. */
        public Builder database(String address) {
            this.database = DatabaseAddress.parse(address);
            return this;
        }

        /** An external PostgreSQL. */
        public Builder database(DatabaseAddress address) {
            this.database = address;
            return this;
        }

        /** Without fsync, for tests that throw their data away. */
        public Builder forgetful() {
            this.durable = false;
            return this;
        }

        /** Another clock, for tests. Its zone is the ENT's. */
        public Builder clock(Clock other) {
            this.clock = other;
            return this;
        }

        /**
         * Starts it.
         *
         * @throws StartupFailure with one line for people, if it can't
         */
        public Ent start() {
            Config config =
                    new Config(port, bind, data.toAbsolutePath(), List.copyOf(plugins), database, null, false, durable);
            return Ent.start(config, clock);
        }
    }
}
