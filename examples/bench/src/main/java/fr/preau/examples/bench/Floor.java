package fr.preau.examples.bench;

import fr.preau.api.Caller;
import fr.preau.api.web.Ui;
import fr.preau.server.Ent;
import fr.preau.server.db.DatabaseAddress;
import fr.preau.server.http.View;
import fr.preau.server.portal.PluginPlaces;
import fr.preau.server.portal.view.Bell;
import fr.preau.server.portal.view.Crumb;
import fr.preau.server.portal.view.Place;
import fr.preau.server.portal.view.Shell;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * The least that answers with the same pages: Jetty, one Jersey servlet per path, Jdbi on one pool, JTE. It runs the
 * plugins' own resource classes, DAOs and templates, so the SQL, its mapping and the HTML are the same by construction;
 * {@link Bench} checks that the answers are the same to the byte.
 *
 * <p>In both: Jetty's HTTP and servlets, Jersey's routing and writing, the plugin's Java, the statements with row-level
 * security, Jdbi's mapping, the templates and the layout.
 *
 * <p>In the server alone, hence what the ratio weighs: the gateway (headers, forged-request check, session and its look-ups),
 * the router and its mount, rights, the plugin's class loader, the unit of work, the tenant in each statement, several
 * pools, Jersey's filters, the frame made anew for each person and page, texts that may change, tiles rendered apart so that
 * a failure stays inside, the handlers for compression (which is not asked for here) and for stopping gracefully.
 *
 * <p>In neither: TLS, compression.
 */
final class Floor implements AutoCloseable {
    private final Server server;
    private final ServerConnector connector;
    private final FloorDatabase database;
    private final List<FloorPlugin> plugins;

    private Floor(Server server, ServerConnector connector, FloorDatabase database, List<FloorPlugin> plugins) {
        this.server = server;
        this.connector = connector;
        this.database = database;
        this.plugins = plugins;
    }

    /**
     * Starts it beside a running ENT, on the same data.
     *
     * @param jars the plugins
     * @param routes the pages: that of the core, and one of each plugin, in the order of the plugins' ids
     * @param caller for whom every page is made
     */
    static Floor start(Ent ent, DatabaseAddress address, Map<String, Path> jars, List<Route> routes, Caller caller)
            throws IOException, SQLException, ReflectiveOperationException {
        Clock clock = ent.get(Clock.class);
        FloorDatabase database = FloorDatabase.open(address, caller.tenantId(), clock.getZone(), jars.keySet());
        ClassLoader here = Ent.class.getClassLoader();
        TemplateEngine core = FloorPlugin.templates(here, "fr.preau.server.templates");
        FloorTexts texts = FloorTexts.read(Ent.class.getResource("messages_fr.properties"));
        FloorUi coreUi = new FloorUi("/", texts, ent.get(View.class).assets(), Set.of(), caller, clock);
        Map<FloorPlugin, Frame> plugins = new LinkedHashMap<>();
        Frame portal = null;
        for (Route route : routes) {
            String path = route.path().replaceFirst("\\?.*", "");
            List<Place> services = ent.get(PluginPlaces.class).services(caller, path);
            Path jar = jars.get(route.plugin());
            if (jar == null) {
                portal = new Frame(core, coreUi, core, coreUi, shell(caller, coreUi, path, services, ""));
            } else {
                FloorPlugin plugin = FloorPlugin.load(jar, database.jdbi(FloorPlugin.idOf(jar)), caller, clock);
                String hue = plugin.launcher().hue().cssClass();
                Shell around = shell(caller, coreUi, path, services, hue);
                plugins.put(plugin, new Frame(core, coreUi, plugin.templates(), plugin.ui(), around));
            }
        }
        FloorHome home = new FloorHome(database.jdbi(), statementOfHome(), caller, coreUi.t("home.title"), plugins);

        ServletContextHandler servlets = new ServletContextHandler();
        plugins.forEach((plugin, frame) ->
                servlets.addServlet(jersey(plugin.resources(), frame, caller), "/apps/" + plugin.id() + "/*"));
        servlets.addServlet(jersey(List.of(home), Objects.requireNonNull(portal), caller), "/*");
        Server server = new Server(new QueuedThreadPool(64, 4));
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(servlets);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the floor did not start", e);
        }
        return new Floor(server, connector, database, List.copyOf(plugins.keySet()));
    }

    private static Shell shell(Caller caller, Ui ui, String path, List<Place> services, String hue) {
        return new Shell(
                "",
                caller.tenantName(),
                caller.displayName(),
                caller.profile().isChild(),
                Place.ofPortal(ui, path, false),
                services,
                Crumb.to(ui, path, services),
                null,
                hue,
                Bell.of(0, path));
    }

    private static ServletHolder jersey(List<?> resources, Frame frame, Caller caller) {
        ResourceConfig config = new ResourceConfig();
        config.registerInstances(resources.toArray());
        config.registerInstances(new PageWriter(frame));
        config.register(new AbstractBinder() {
            @Override
            protected void configure() {
                bind(caller).to(Caller.class);
            }
        });
        config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        config.property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
        config.property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true);
        return new ServletHolder(new ServletContainer(config));
    }

    /** The statement that the core runs for the home page, as it is written there: copied here it could grow old. */
    private static String statementOfHome() throws ReflectiveOperationException {
        return Class.forName("fr.preau.server.portal.FamilyDao")
                .getDeclaredMethod("childrenOf", UUID.class)
                .getAnnotation(SqlQuery.class)
                .value();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    long roundTrips() {
        return database.roundTrips();
    }

    @Override
    public void close() throws Exception {
        server.stop();
        database.close();
        for (FloorPlugin plugin : plugins) {
            plugin.loader().close();
        }
    }
}
