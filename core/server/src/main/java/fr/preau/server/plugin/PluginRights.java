package fr.preau.server.plugin;

import fr.preau.api.Caller;
import fr.preau.api.Permission;
import fr.preau.api.access.Access;
import fr.preau.api.access.Place;
import fr.preau.server.access.Decision;
import fr.preau.server.access.Explanations;
import fr.preau.server.access.RequestStanding;
import fr.preau.server.access.RightId;
import fr.preau.server.access.Standing;
import fr.preau.server.http.Exchange;
import fr.preau.server.http.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who holds the rights of one plugin. Thread-safe. */
final class PluginRights implements Access {
    private final String pluginId;
    private final Set<String> names;
    private final RequestStanding standings;
    private final Explanations explanations;
    private final Clock clock;

    PluginRights(
            String pluginId,
            List<Permission> permissions,
            RequestStanding standings,
            Explanations explanations,
            Clock clock) {
        this.explanations = explanations;
        this.pluginId = pluginId;
        this.names = permissions.stream().map(Permission::name).collect(Collectors.toUnmodifiableSet());
        this.standings = standings;
        this.clock = clock;
    }

    @Override
    public boolean may(Caller caller, String right) {
        return may(caller, right, Place.anywhere());
    }

    @Override
    public boolean may(Caller caller, String right, Place place) {
        return standings.of(caller).may(id(right), place, clock.instant());
    }

    RightId id(String right) {
        if (!names.contains(right)) {
            throw new IllegalArgumentException("plugin " + pluginId + " declares no right " + right);
        }
        return new RightId(pluginId, right);
    }

    /** Why the person may not, to be thrown. */
    Refused refusal(Caller caller, String right) {
        Standing standing = standings.of(caller);
        Decision decision = standing.decide(id(right), Place.anywhere(), clock.instant());
        return new Refused(explanations.toOneself(decision, standing.world(), caller));
    }

    boolean callerMay(@Nullable String right) {
        Caller caller = Exchange.current().callerOrNull();
        return caller != null && right != null && may(caller, right);
    }
}
