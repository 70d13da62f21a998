package fr.preau.examples.bench;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Elements;
import fr.preau.api.Caller;
import fr.preau.api.Contributions;
import fr.preau.api.EntPlugin;
import fr.preau.api.Permission;
import fr.preau.api.access.Access;
import fr.preau.api.access.Place;
import fr.preau.api.access.SensitiveLookups;
import fr.preau.api.access.Sharing;
import fr.preau.api.directory.Directory;
import fr.preau.api.web.Launcher;
import fr.preau.api.web.Tile;
import fr.preau.server.http.Assets;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A plugin's own classes, without a plugin host: its jar behind the class path, its objects wired once, its DAOs on the
 * floor's plain Jdbi. Thread-safe.
 *
 * @param id the plugin's id
 * @param loader its classes
 * @param contributions what it declared
 * @param resources its pages
 * @param tiles its tiles
 * @param templates its templates
 * @param ui for its templates
 */
record FloorPlugin(
        String id,
        URLClassLoader loader,
        Contributions contributions,
        List<Object> resources,
        List<Tile> tiles,
        TemplateEngine templates,
        FloorUi ui) {
    private static final Logger log = LoggerFactory.getLogger(FloorPlugin.class);

    static FloorPlugin load(Path jar, Jdbi jdbi, Caller caller, Clock clock)
            throws IOException, ReflectiveOperationException {
        URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, FloorPlugin.class.getClassLoader());
        Properties descriptor = descriptor(loader);
        String id = descriptor.getProperty("plugin.id");
        EntPlugin plugin = loader.loadClass(descriptor.getProperty("plugin.class"))
                .asSubclass(EntPlugin.class)
                .getDeclaredConstructor()
                .newInstance();
        Module declared = Elements.getModule(Elements.getElements(plugin));
        Contributions contributions = plugin.contributions();
        Set<String> rights = contributions.permissions().stream()
                .filter(permission -> permission.holders().contains(caller.profile()))
                .map(Permission::name)
                .collect(Collectors.toSet());
        Injector injector = Guice.createInjector(new Plain(contributions, jdbi, clock, rights), declared);
        String root = "/apps/" + id + "/";
        return new FloorPlugin(
                id,
                loader,
                contributions,
                pages(contributions, injector),
                contributions.tiles().stream().<Tile>map(injector::getInstance).toList(),
                templates(loader, "templates"),
                new FloorUi(
                        root,
                        FloorTexts.read(loader.findResource("messages_fr.properties")),
                        new Assets(root + "static/", name -> loader.findResource("static/" + name)),
                        rights,
                        caller,
                        clock));
    }

    /** Those that need nothing but what {@link Plain} has: no other page is measured. */
    private static List<Object> pages(Contributions contributions, Injector injector) {
        List<Object> pages = new ArrayList<>();
        for (Class<?> page : contributions.pages()) {
            try {
                pages.add(injector.getInstance(page));
            } catch (ProvisionException e) {
                log.debug("{} is left out of the floor", page, e);
            }
        }
        return pages;
    }

    /** The id that a plugin's jar names. */
    static String idOf(Path jar) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            return descriptor(loader).getProperty("plugin.id");
        }
    }

    private static Properties descriptor(URLClassLoader loader) throws IOException {
        Properties descriptor = new Properties();
        try (InputStream in =
                Objects.requireNonNull(loader.findResource("plugin.properties")).openStream()) {
            descriptor.load(in);
        }
        return descriptor;
    }

    /** Precompiled templates; JTE 3.2 looks for them in the thread's context class loader. */
    static TemplateEngine templates(ClassLoader loader, String packageName) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return TemplateEngine.createPrecompiled(null, gg.jte.ContentType.Html, loader, packageName);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    Launcher launcher() {
        return Objects.requireNonNull(contributions.launcher());
    }

    /** What the pages that are measured inject. */
    private static final class Plain extends AbstractModule {
        private final Contributions contributions;
        private final Jdbi jdbi;
        private final Clock clock;
        private final Set<String> rights;

        Plain(Contributions contributions, Jdbi jdbi, Clock clock, Set<String> rights) {
            this.contributions = contributions;
            this.jdbi = jdbi;
            this.clock = clock;
            this.rights = rights;
        }

        @Override
        protected void configure() {
            bind(Access.class).toInstance(new Access() {
                @Override
                public boolean may(Caller caller, String right) {
                    return rights.contains(right);
                }

                @Override
                public boolean may(Caller caller, String right, Place place) {
                    return rights.contains(right);
                }
            });
            bind(Clock.class).toInstance(clock);
            bind(Jdbi.class).toInstance(jdbi);
            absent(Directory.class);
            absent(Sharing.class);
            absent(SensitiveLookups.class);
            contributions.daos().forEach(this::bindDao);
        }

        /** A service that no measured page calls, though the plugin's other pages may. */
        private <T> void absent(Class<T> service) {
            Object none =
                    Proxy.newProxyInstance(service.getClassLoader(), new Class<?>[] {service}, (self, method, args) -> {
                        throw new IllegalStateException("the floor has no " + service.getSimpleName());
                    });
            bind(service).toInstance(service.cast(none));
        }

        private <T> void bindDao(Class<T> dao) {
            bind(dao).toInstance(jdbi.onDemand(dao));
        }
    }
}
