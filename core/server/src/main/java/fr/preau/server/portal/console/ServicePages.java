package fr.preau.server.portal.console;

import fr.preau.api.Authority;
import fr.preau.api.Caller;
import fr.preau.api.Contributions;
import fr.preau.api.Profile;
import fr.preau.api.web.Launcher;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.api.web.Ui;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.db.Scope;
import fr.preau.server.events.DeadLetters;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import fr.preau.server.plugin.Operators;
import fr.preau.server.plugin.PluginFailure;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.plugin.PluginStatus;
import fr.preau.server.plugin.RunningPlugin;
import fr.preau.server.plugin.Visit;
import fr.preau.server.plugin.WantedPlugins;
import fr.preau.server.portal.Profiles;
import fr.preau.server.portal.view.ServiceList;
import fr.preau.server.portal.view.ServiceList.Kept;
import fr.preau.server.portal.view.ServiceList.Right;
import fr.preau.server.portal.view.ServiceList.Service;
import fr.preau.server.portal.view.ServiceList.State;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugins in the console: what each may do and keeps, start and stop. Thread-safe. */
@Singleton
@Path("console/services")
@Needs(Who.ADMINISTRATORS)
public final class ServicePages implements CoreResource {
    private static final Logger log = LoggerFactory.getLogger(ServicePages.class);

    private final PluginHost plugins;
    private final WantedPlugins wanted;
    private final Operators operators;
    private final Layout layout;
    private final JobLines jobs;
    private final DeadLetters letters;

    @Inject
    ServicePages(
            PluginHost plugins,
            WantedPlugins wanted,
            Operators operators,
            Layout layout,
            JobLines jobs,
            DeadLetters letters) {
        this.operators = operators;
        this.jobs = jobs;
        this.letters = letters;
        this.plugins = plugins;
        this.wanted = wanted;
        this.layout = layout;
    }

    /** All plugins. */
    @GET
    public Page list(@Context Caller caller) {
        Ui ui = layout.coreUi();
        List<Service> services = plugins.list().stream()
                .map(status -> service(ui, caller.tenantId(), status))
                .toList();
        return Page.of(ui.t("services.title"), "console/plugins.jte")
                .with("view", new ServiceList(services))
                .with("operator", operators.includes(caller))
                .with("jobs", jobs.of(caller.tenantId(), ui))
                .with("undelivered", letters.count(caller.tenantId()));
    }

    private Service service(Ui ui, int tenantId, PluginStatus status) {
        RunningPlugin running = status.running();
        if (running == null) {
            State state = status.state() == PluginStatus.State.FAILED ? State.FAILED : State.STOPPED;
            return new Service(
                    status.id(),
                    status.id(),
                    status.version(),
                    "",
                    "puzzle",
                    "",
                    state,
                    status.faults(),
                    "",
                    List.of(),
                    List.of());
        }
        Contributions declared = running.contributions();
        Launcher launcher = declared.launcher();
        return new Service(
                running.id(),
                launcher == null ? running.id() : launcher.title(),
                running.version(),
                running.description(),
                launcher == null ? "puzzle" : launcher.icon(),
                launcher == null ? "" : launcher.hue().cssClass(),
                wanted.isOn(tenantId, running.id()) ? State.RUNNING : State.STOPPED,
                status.faults(),
                authority(ui, declared.authority()),
                declared.permissions().stream()
                        .map(right -> new Right(
                                running.id() + "." + right.name(), right.label(), holders(ui, right.holders())))
                        .toList(),
                kept(running.id(), tenantId));
    }

    private static String authority(Ui ui, @org.jspecify.annotations.Nullable Authority authority) {
        return authority == null ? "" : ui.t("authority." + authority.name().toLowerCase(Locale.ROOT));
    }

    private static String holders(Ui ui, java.util.Set<Profile> profiles) {
        return Arrays.stream(Profile.values())
                .filter(profiles::contains)
                .map(profile -> Profiles.label(ui, profile).toLowerCase(Locale.FRENCH))
                .collect(Collectors.joining(", "));
    }

    /** What it says it keeps; nothing if it fails, so that its administrator can still stop it here. */
    private List<Kept> kept(String id, int tenantId) {
        try (Visit visit = plugins.visit(id);
                var scope = Scope.open(tenantId, Scope.Mode.READ)) {
            return visit == null
                    ? List.of()
                    : visit.plugin().personalData().register().stream()
                            .map(line -> new Kept(line.what(), line.purpose(), line.retention()))
                            .toList();
        } catch (RuntimeException | Error e) {
            log.error("plugin {} could not say what it keeps", id, e);
            return List.of();
        }
    }

    /** Starts a plugin: opens it in this tenant, and on the server if it does not run. */
    @POST
    @Path("{id}/demarrer")
    public Response start(@PathParam("id") String id, @Context Caller caller) {
        known(id);
        wanted.setOn(caller, id, true);
        try {
            plugins.start(id);
        } catch (PluginFailure e) {
            return Redirect.to("/console/services", layout.coreUi().t("services.notstarted"));
        }
        return Redirect.to("/console/services", layout.coreUi().t("services.started"));
    }

    /** Stops a plugin in this tenant; on the server too, once no tenant has it open. Its data stays. */
    @POST
    @Path("{id}/arreter")
    public Response stop(@PathParam("id") String id, @Context Caller caller) {
        known(id);
        wanted.setOn(caller, id, false);
        plugins.converge();
        return Redirect.to("/console/services", layout.coreUi().t("services.stopped"));
    }

    private void known(String id) {
        if (!plugins.knows(id)) {
            throw new NotFoundException();
        }
    }
}
