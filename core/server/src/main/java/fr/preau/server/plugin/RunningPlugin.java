package fr.preau.server.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import fr.preau.api.Caller;
import fr.preau.api.Contributions;
import fr.preau.api.access.Access;
import fr.preau.api.access.SensitiveLookups;
import fr.preau.api.access.Sharing;
import fr.preau.api.directory.Directory;
import fr.preau.api.directory.DirectorySource;
import fr.preau.api.event.Event;
import fr.preau.api.event.EventListener;
import fr.preau.api.event.Events;
import fr.preau.api.job.Job;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.web.Launcher;
import fr.preau.api.web.Tile;
import fr.preau.server.db.MigrationFailure;
import fr.preau.server.db.TenantDb;
import fr.preau.server.http.Assets;
import fr.preau.server.http.JerseyApp;
import fr.preau.server.http.Templates;
import fr.preau.server.http.Texts;
import fr.preau.server.http.View;
import jakarta.servlet.ServletException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.glassfish.jersey.servlet.ServletContainer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One plugin that serves: all that belongs to it, and nothing that outlives it. {@link #close} undoes what {@link #start}
 * did, backwards. Thread-safe once started.
 */
public final class RunningPlugin implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RunningPlugin.class);

    private final Generation generation;
    private final Contributions contributions;
    private final List<AutoCloseable> undo = new ArrayList<>();
    private final PluginRights rights;
    private final Payloads payloads = new Payloads();
    private @Nullable Injector injector;
    private @Nullable View view;
    private @Nullable ServletContainer pages;
    private @Nullable ServletContainer json;

    private RunningPlugin(Generation generation, Contributions contributions, HostServices host) {
        this.generation = generation;
        this.contributions = contributions;
        this.rights = new PluginRights(
                generation.descriptor().getPluginId(),
                contributions.permissions(),
                host.standings(),
                host.explanations(),
                host.clock());
        undo.add(generation);
    }

    /**
     * Starts a loaded plugin: checks, migrates, wires. If anything fails, all of it is undone.
     *
     * @throws PluginFailure with every fault that was found
     */
    static RunningPlugin start(Generation generation, HostServices host) {
        Declared declared;
        try {
            declared = Declared.read(generation);
        } catch (PluginFailure e) {
            generation.close();
            throw e;
        }
        RunningPlugin running = new RunningPlugin(generation, declared.contributions(), host);
        try {
            running.wire(host, running.migrate(host, declared.faults()), declared.module());
            host.catalogue().publish(running.id(), declared.contributions());
            return running;
        } catch (PluginFailure e) {
            running.close();
            throw e;
        } catch (RuntimeException | ServletException | LinkageError e) {
            running.close();
            String said = e instanceof LinkageError ? e.toString() : e.getMessage();
            throw new PluginFailure(List.of("le démarrage a échoué : " + said), e);
        }
    }

    /** Prepares the plugin's tables. Those of a plugin with faults are tried only, to tell theirs as well. */
    private TenantDb migrate(HostServices host, List<String> faults) {
        try {
            if (faults.isEmpty()) {
                TenantDb db = host.database().plugin(id(), generation.loader());
                undo.add(db);
                return db;
            }
            host.database().rehearse(id(), generation.loader());
            throw new PluginFailure(faults, null);
        } catch (MigrationFailure e) {
            List<String> all = new ArrayList<>(faults);
            all.addAll(e.faults());
            throw new PluginFailure(all, e);
        }
    }

    private void wire(HostServices host, TenantDb db, Module declared) throws ServletException {
        Injector made = Guice.createInjector(new ForPlugin(host, db), declared);
        injector = made;
        Launcher launcher = contributions.launcher();
        ClassLoader loader = generation.loader();
        View look = new View(
                Templates.of(loader, "templates"),
                Texts.read(loader.getResource("messages_fr.properties")),
                new Assets(root() + "static/", name -> loader.getResource("static/" + name)),
                root(),
                launcher == null ? "" : launcher.hue().cssClass());
        view = look;
        pages = serve(host, look, contributions.pages());
        if (!contributions.apis().isEmpty()) {
            json = serve(host, look, contributions.apis());
        }
    }

    private ServletContainer serve(HostServices host, View look, List<Class<?>> classes) throws ServletException {
        List<Object> resources = new ArrayList<>();
        for (Class<?> type : classes) {
            resources.add(instance(type));
        }
        ServletContainer container = JerseyApp.start(
                host.servlets(), resources, new RightsFilter(rights), host.layout(), look, rightsOfCaller());
        undo.add(container::destroy);
        return container;
    }

    /** What the host gives to a plugin: this list, and no more. */
    private final class ForPlugin extends AbstractModule {
        private final HostServices host;
        private final TenantDb db;

        ForPlugin(HostServices host, TenantDb db) {
            this.host = host;
            this.db = db;
        }

        @Override
        protected void configure() {
            binder().requireExplicitBindings();
            bind(Access.class).toInstance(rights);
            bind(SensitiveLookups.class).toInstance(host.lookups());
            bind(Clock.class).toInstance(host.clock());
            bind(Directory.class).toInstance(new EntDirectory(db.jdbi()));
            bind(Jdbi.class).toInstance(db.jdbi());
            bind(Events.class).toInstance(new EntEvents(db.jdbi(), contributions.events(), payloads));
            bind(Sharing.class)
                    .toInstance(new EntSharing(
                            db.jdbi(),
                            contributions.shareables(),
                            () -> host.layout().coreUi()));
            for (Class<?> dao : contributions.daos()) {
                bindDao(dao);
            }
        }

        private <T> void bindDao(Class<T> dao) {
            bind(dao).toInstance(db.dao(dao));
        }
    }

    private <T> T instance(Class<T> type) {
        return Objects.requireNonNull(injector).getInstance(type);
    }

    /** The plugin's id. */
    public String id() {
        return generation.descriptor().getPluginId();
    }

    /** Its version. */
    public String version() {
        return generation.descriptor().getVersion();
    }

    /** Where it was loaded from. */
    java.nio.file.Path path() {
        return generation.path();
    }

    /** One sentence on what it is, in French; may be empty. */
    public String description() {
        return Objects.requireNonNullElse(generation.descriptor().getPluginDescription(), "");
    }

    /** What it declared. */
    public Contributions contributions() {
        return contributions;
    }

    /** Where its pages start: {@code /apps/cantine/}. */
    public String root() {
        return "/apps/" + id() + "/";
    }

    /** Which of its rights a person holds. */
    public boolean may(Caller caller, String right) {
        return rights.may(caller, right);
    }

    /** Which of its rights the present caller holds. */
    public Predicate<String> rightsOfCaller() {
        return rights::callerMay;
    }

    /** How its pages look. */
    public View view() {
        return Objects.requireNonNull(view);
    }

    /** Its tiles, made by its injector. */
    public List<Tile> tiles() {
        List<Tile> tiles = new ArrayList<>();
        for (Class<? extends Tile> type : contributions.tiles()) {
            tiles.add(instance(type));
        }
        return tiles;
    }

    /** Its readers of directory files. */
    public List<DirectorySource> directorySources() {
        List<DirectorySource> sources = new ArrayList<>();
        for (Class<? extends DirectorySource> type : contributions.directorySources()) {
            sources.add(instance(type));
        }
        return sources;
    }

    /** One of its listeners, made by its injector. */
    public EventListener listener(Class<? extends EventListener> type) {
        return instance(type);
    }

    /** What another plugin, or this one, published, for its listeners. */
    public Event.Payload payload(String json) {
        return payloads.read(json);
    }

    /** One of its jobs, made by its injector. */
    public Job job(Class<? extends Job> type) {
        return instance(type);
    }

    /** What it keeps about people. */
    public PersonalData personalData() {
        return instance(Objects.requireNonNull(contributions.personalData()));
    }

    ServletContainer pages() {
        return Objects.requireNonNull(pages);
    }

    @Nullable
    ServletContainer json() {
        return json;
    }

    /** Runs something as this plugin: libraries that ask the thread for a class loader get the plugin's. */
    public Entered enter() {
        return new Entered(generation.loader());
    }

    /** While open, the thread's context class loader is the plugin's. */
    public static final class Entered implements AutoCloseable {
        private final @Nullable ClassLoader before;

        private Entered(ClassLoader loader) {
            before = Thread.currentThread().getContextClassLoader();
            Thread.currentThread().setContextClassLoader(loader);
        }

        @Override
        public void close() {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    ClassLoader loader() {
        return generation.loader();
    }

    @Override
    public void close() {
        for (int i = undo.size() - 1; i >= 0; i--) {
            try {
                undo.get(i).close();
            } catch (Exception e) {
                log.warn("plugin {} left something behind", id(), e);
            }
        }
        undo.clear();
        SharedCaches.forget(this);
    }
}
