package fr.preau.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.Multibinder;
import fr.preau.server.access.RunningServices;
import fr.preau.server.account.Sessions;
import fr.preau.server.convention.KnownServices;
import fr.preau.server.db.Database;
import fr.preau.server.http.Assets;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.CoreServlet;
import fr.preau.server.http.Gateway;
import fr.preau.server.http.Layout;
import fr.preau.server.http.Templates;
import fr.preau.server.http.Texts;
import fr.preau.server.http.View;
import fr.preau.server.ops.HealthResource;
import fr.preau.server.ops.OpenApiResource;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.plugin.PluginServices;
import fr.preau.server.plugin.UnopenedService;
import fr.preau.server.portal.AccountPages;
import fr.preau.server.portal.ActivationPages;
import fr.preau.server.portal.CharterApi;
import fr.preau.server.portal.CharterPages;
import fr.preau.server.portal.HomePages;
import fr.preau.server.portal.NoticeApi;
import fr.preau.server.portal.NoticePages;
import fr.preau.server.portal.PluginApi;
import fr.preau.server.portal.PluginPlaces;
import fr.preau.server.portal.SessionApi;
import fr.preau.server.portal.SignInPages;
import fr.preau.server.portal.console.CharterDesk;
import fr.preau.server.portal.console.CharterDraftPages;
import fr.preau.server.portal.console.CharterPaperPages;
import fr.preau.server.portal.console.CharterStatisticsPages;
import fr.preau.server.portal.console.ClassPages;
import fr.preau.server.portal.console.ConsolePages;
import fr.preau.server.portal.console.EventPages;
import fr.preau.server.portal.console.ImportPages;
import fr.preau.server.portal.console.JournalPages;
import fr.preau.server.portal.console.PeoplePages;
import fr.preau.server.portal.console.ServerPluginPages;
import fr.preau.server.portal.console.ServicePages;
import fr.preau.server.portal.console.ShopPages;
import fr.preau.server.portal.console.SubstitutePages;
import fr.preau.server.portal.convention.ConventionApi;
import fr.preau.server.portal.convention.ConventionPages;
import fr.preau.server.portal.convention.DeploymentPages;
import fr.preau.server.portal.convention.PublicConventionPages;
import fr.preau.server.portal.convention.WaitingPages;
import fr.preau.server.portal.groups.GroupApi;
import fr.preau.server.portal.groups.GroupPages;
import fr.preau.server.portal.roles.AccessApi;
import fr.preau.server.portal.roles.EffectPages;
import fr.preau.server.portal.roles.HolderPages;
import fr.preau.server.portal.roles.RolePages;
import fr.preau.server.portal.roles.WhyPages;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.net.URL;
import java.time.Clock;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.jspecify.annotations.Nullable;

/** Wires the server. The one list of what there is. */
final class ServerModule extends AbstractModule {
    private static final String HTMX = "htmx.min.js";

    private final Config config;
    private final Clock clock;
    private final Database database;

    ServerModule(Config config, Clock clock, Database database) {
        this.config = config;
        this.clock = clock;
        this.database = database;
    }

    @Override
    protected void configure() {
        bind(Config.class).toInstance(config);
        bind(Clock.class).toInstance(clock);
        bind(Database.class).toInstance(database);
        bind(Layout.Navigation.class).to(PluginPlaces.class);
        bind(KnownServices.class).to(PluginServices.class);
        bind(RunningServices.class).to(PluginHost.class);
        bind(UnopenedService.class).to(CoreServlet.class);
        Multibinder<CoreResource> resources = Multibinder.newSetBinder(binder(), CoreResource.class);
        resources.addBinding().to(SignInPages.class);
        resources.addBinding().to(ActivationPages.class);
        resources.addBinding().to(CharterPages.class);
        resources.addBinding().to(CharterApi.class);
        resources.addBinding().to(HomePages.class);
        resources.addBinding().to(NoticePages.class);
        resources.addBinding().to(NoticeApi.class);
        resources.addBinding().to(AccountPages.class);
        resources.addBinding().to(SessionApi.class);
        resources.addBinding().to(HealthResource.class);
        resources.addBinding().to(OpenApiResource.class);
        resources.addBinding().to(ConsolePages.class);
        resources.addBinding().to(PeoplePages.class);
        resources.addBinding().to(ClassPages.class);
        resources.addBinding().to(SubstitutePages.class);
        resources.addBinding().to(ServicePages.class);
        resources.addBinding().to(ShopPages.class);
        resources.addBinding().to(ImportPages.class);
        resources.addBinding().to(ConventionPages.class);
        resources.addBinding().to(DeploymentPages.class);
        resources.addBinding().to(WaitingPages.class);
        resources.addBinding().to(RolePages.class);
        resources.addBinding().to(EffectPages.class);
        resources.addBinding().to(ServerPluginPages.class);
        resources.addBinding().to(PluginApi.class);
        resources.addBinding().to(WhyPages.class);
        resources.addBinding().to(HolderPages.class);
        resources.addBinding().to(GroupPages.class);
        resources.addBinding().to(GroupApi.class);
        resources.addBinding().to(AccessApi.class);
        resources.addBinding().to(PublicConventionPages.class);
        resources.addBinding().to(ConventionApi.class);
        resources.addBinding().to(CharterDesk.class);
        resources.addBinding().to(CharterDraftPages.class);
        resources.addBinding().to(CharterStatisticsPages.class);
        resources.addBinding().to(CharterPaperPages.class);
        resources.addBinding().to(JournalPages.class);
        resources.addBinding().to(EventPages.class);
    }

    @Provides
    @Singleton
    ServletContextHandler servlets() {
        return new ServletContextHandler();
    }

    @Provides
    @Singleton
    ServletContext servletContext(ServletContextHandler handler) {
        return handler.getServletContext();
    }

    @Provides
    @Singleton
    Gateway gateway(Sessions sessions) {
        return new Gateway(sessions);
    }

    @Provides
    @Singleton
    View coreView() {
        return new View(
                Templates.of(ServerModule.class.getClassLoader(), "fr.preau.server.templates"),
                Texts.read(ServerModule.class.getResource("messages_fr.properties")),
                new Assets("/assets/", ServerModule::asset),
                "/",
                "");
    }

    private static @Nullable URL asset(String name) {
        if (name.equals(HTMX)) {
            return Webjars.find("htmx.org", "dist/htmx.min.js");
        }
        return ServerModule.class.getResource("static/" + name);
    }
}
