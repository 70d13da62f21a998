package fr.preau.server.portal;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import fr.preau.api.access.Requires;
import fr.preau.api.web.Launcher;
import fr.preau.api.web.Page;
import fr.preau.api.web.Tile;
import fr.preau.api.web.Ui;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.access.RequestStanding;
import fr.preau.server.account.OwnPersons;
import fr.preau.server.account.SignedIn;
import fr.preau.server.convention.Approvals;
import fr.preau.server.convention.Parties;
import fr.preau.server.convention.Seat;
import fr.preau.server.convention.Waiting;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Exchange;
import fr.preau.server.http.Layout;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.plugin.RunningPlugin;
import fr.preau.server.plugin.Visit;
import fr.preau.server.portal.view.ChildView;
import fr.preau.server.portal.view.Home;
import fr.preau.server.portal.view.Launchpad;
import fr.preau.server.portal.view.TileView;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Aujourd'hui, and the list of services. Thread-safe. */
@Singleton
@Path("")
@Needs(Who.SIGNED_IN)
public final class HomePages implements CoreResource {
    private static final Logger log = LoggerFactory.getLogger(HomePages.class);

    /** How long the tiles of a plugin may take, in milliseconds: everybody meets them, at every entry. */
    private static final long TILES = 5_000;

    private final PluginPlaces plugins;
    private final PluginHost host;
    private final Layout layout;
    private final OwnPersons persons;
    private final FamilyDao families;
    private final RequestStanding standings;
    private final Approvals approvals;
    private final Parties parties;

    @Inject
    HomePages(
            PluginPlaces plugins,
            PluginHost host,
            Layout layout,
            OwnPersons persons,
            RequestStanding standings,
            Approvals approvals,
            Parties parties,
            Database database) {
        this.standings = standings;
        this.approvals = approvals;
        this.parties = parties;
        this.persons = persons;
        this.plugins = plugins;
        this.host = host;
        this.layout = layout;
        this.families = database.core().dao(FamilyDao.class);
    }

    /** What matters today. */
    @GET
    public Page home(@Context Exchange exchange) {
        SignedIn person = Visitor.signedIn(exchange);
        Caller caller = person.caller();
        List<ChildView> children =
                caller.profile() == Profile.GUARDIAN ? families.childrenOf(caller.personId()) : List.of();
        Ui ui = layout.coreUi();
        Home view = new Home(
                caller.firstName(),
                caller.profile().isChild(),
                children,
                Spaces.of(ui, persons.othersOf(person)),
                tiles(caller));
        return Page.of(ui.t("home.title"), "home.jte").with("view", view).with("waits", waits(caller));
    }

    /** What waits for a delegate's decision; asks nothing for anybody else. */
    private List<Waiting> waits(Caller caller) {
        if (!standings.of(caller).person().delegate()) {
            return List.of();
        }
        List<Seat> seats = parties.seats(caller.tenantId(), caller.personId());
        return approvals.of(caller.tenantId()).stream()
                .filter(each -> seats.stream().anyMatch(each::waitsFor))
                .toList();
    }

    private List<TileView> tiles(Caller caller) {
        List<TileView> tiles = new ArrayList<>();
        for (RunningPlugin plugin : plugins.open(caller)) {
            try (Visit visit = host.visit(plugin.id(), TILES);
                    var scope = Scope.open(caller.tenantId(), Scope.Mode.READ)) {
                if (visit != null) {
                    show(visit.plugin(), caller, tiles);
                }
            } catch (RuntimeException | Error e) {
                log.error("a tile of plugin {} failed", plugin.id(), e);
            }
        }
        return tiles;
    }

    private void show(RunningPlugin plugin, Caller caller, List<TileView> tiles) {
        Launcher launcher = plugin.contributions().launcher();
        if (launcher != null) {
            for (Tile tile : plugin.tiles()) {
                show(tile, plugin, launcher, caller, tiles);
            }
        }
    }

    private void show(Tile tile, RunningPlugin plugin, Launcher launcher, Caller caller, List<TileView> tiles) {
        Requires requires = tile.getClass().getAnnotation(Requires.class);
        if (requires == null || !plugin.may(caller, requires.value())) {
            return;
        }
        tile.show(caller)
                .map(page -> layout.now(page, plugin.view(), plugin.rightsOfCaller()))
                .ifPresent(body -> tiles.add(new TileView(
                        launcher.title(), launcher.icon(), launcher.hue().cssClass(), plugin.root(), body)));
    }

    /** All services. */
    @GET
    @Path("services")
    public Page services(@Context Caller caller) {
        Launchpad view = new Launchpad(
                plugins.services(caller, Exchange.current().request().getRequestURI()),
                caller.profile().isChild(),
                caller.administrator());
        return Page.of(layout.coreUi().t("launcher.title"), "launcher.jte").with("view", view);
    }
}
