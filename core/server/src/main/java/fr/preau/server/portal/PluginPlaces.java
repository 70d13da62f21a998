package fr.preau.server.portal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import fr.preau.api.Caller;
import fr.preau.api.web.Launcher;
import fr.preau.server.access.RequestStanding;
import fr.preau.server.access.RightId;
import fr.preau.server.access.Standing;
import fr.preau.server.account.SignedIn;
import fr.preau.server.http.Layout;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.plugin.RunningPlugin;
import fr.preau.server.plugin.WantedPlugins;
import fr.preau.server.portal.view.Place;
import fr.preau.server.tenancy.Tenants;
import fr.preau.server.tenancy.Tenants.Tenant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The plugins that a person may open. Asks memory only, so that every page can show
 * them. Thread-safe. */
@Singleton
public final class PluginPlaces implements Layout.Navigation {
    private final PluginHost host;
    private final WantedPlugins wanted;
    private final RequestStanding standings;
    private final Clock clock;
    private final LoadingCache<String, String> name;

    @Inject
    PluginPlaces(PluginHost host, WantedPlugins wanted, Tenants tenants, RequestStanding standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
        this.host = host;
        this.wanted = wanted;
        this.name = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMinutes(1))
                .build(key -> {
                    List<Tenant> all = tenants.list();
                    return all.size() == 1 ? all.get(0).name() : "";
                });
    }

    @Override
    public boolean console(SignedIn person) {
        if (person.hasConsole()) {
            return true;
        }
        Standing standing = standings.of(person.caller());
        return standing.person().delegate()
                || standing.may(RightId.GIVE_ROLES, fr.preau.api.access.Place.anywhere(), clock.instant());
    }

    @Override
    public String signedOutName() {
        return name.get("");
    }

    @Override
    public List<Place> services(Caller caller, String path) {
        List<Place> places = new ArrayList<>();
        for (RunningPlugin plugin : open(caller)) {
            Launcher launcher = plugin.contributions().launcher();
            if (launcher != null && plugin.may(caller, launcher.right())) {
                places.add(new Place(
                        launcher.title(),
                        launcher.icon(),
                        plugin.root(),
                        path.startsWith(plugin.root()),
                        launcher.hue().cssClass()));
            }
        }
        places.sort(Comparator.comparing(Place::label, java.text.Collator.getInstance(java.util.Locale.FRENCH)));
        return places;
    }

    /** The plugins that run and that the caller's tenant has open. */
    List<RunningPlugin> open(Caller caller) {
        return host.running().stream()
                .filter(plugin -> wanted.isOn(caller.tenantId(), plugin.id()))
                .toList();
    }
}
