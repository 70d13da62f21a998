package fr.preau.server.portal.console;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import fr.preau.api.access.Place;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.access.RequestStanding;
import fr.preau.server.access.RightId;
import fr.preau.server.access.Standing;
import fr.preau.server.db.Database;
import fr.preau.server.directory.SchoolYear;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.plugin.PluginStatus;
import fr.preau.server.plugin.PluginStatus.State;
import fr.preau.server.portal.view.ConsoleHome;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The console's first page. Thread-safe. */
@Singleton
@Path("console")
@Needs(Who.SIGNED_IN)
public final class ConsolePages implements CoreResource {
    private final ClassDao classes;
    private final PluginHost plugins;
    private final Layout layout;
    private final RequestStanding standings;
    private final Clock clock;

    @Inject
    ConsolePages(Database database, PluginHost plugins, Layout layout, RequestStanding standings, Clock clock) {
        this.standings = standings;
        this.classes = database.core().dao(ClassDao.class);
        this.plugins = plugins;
        this.layout = layout;
        this.clock = clock;
    }

    /** Numbers and ways on; who has only the convention or roles to see to goes there. */
    @GET
    public Object index(@Context Caller caller) {
        if (!Who.TEACHERS.includes(caller)) {
            Standing standing = standings.of(caller);
            if (standing.person().delegate()) {
                return Redirect.to("/console/convention");
            }
            if (standing.may(RightId.GIVE_ROLES, Place.anywhere(), clock.instant())) {
                return Redirect.to("/console/roles");
            }
            throw new ForbiddenException();
        }
        ClassDao.Numbers numbers = classes.numbers(
                caller.administrator(),
                caller.personId(),
                caller.tenantId(),
                SchoolYear.of(LocalDate.now(clock)).start());
        boolean imports = caller.administrator() || caller.is(Profile.HEAD);
        ConsoleHome view = new ConsoleHome(
                numbers.pupils(),
                numbers.guardians(),
                numbers.staff(),
                numbers.classes(),
                numbers.schools(),
                numbers.people(),
                numbers.activated(),
                services(caller),
                imports ? new ConsoleHome.Imports(numbers.lastImport()) : null);
        return Page.of(layout.coreUi().t("console.title"), "console/index.jte").with("view", view);
    }

    private ConsoleHome.@Nullable Services services(Caller caller) {
        if (!caller.administrator()) {
            return null;
        }
        List<PluginStatus> all = plugins.list();
        return new ConsoleHome.Services(count(all, State.RUNNING), count(all, State.STOPPED), count(all, State.FAILED));
    }

    private static int count(List<PluginStatus> all, State state) {
        return (int) all.stream().filter(plugin -> plugin.state() == state).count();
    }
}
