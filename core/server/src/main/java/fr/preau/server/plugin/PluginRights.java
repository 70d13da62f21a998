package fr.preau.server.plugin;

import fr.preau.api.Caller;
import fr.preau.api.Permission;
import fr.preau.api.Profile;
import fr.preau.api.access.Access;
import fr.preau.server.http.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who holds the rights of one plugin: so far, those whose profile it names. Thread-safe. */
final class PluginRights implements Access {
    private final String pluginId;
    private final Map<String, Set<Profile>> holders;

    PluginRights(String pluginId, List<Permission> permissions) {
        this.pluginId = pluginId;
        this.holders = permissions.stream()
                .collect(Collectors.toUnmodifiableMap(Permission::name, Permission::holders, (first, second) -> first));
    }

    @Override
    public boolean may(Caller caller, String right) {
        Set<Profile> profiles = holders.get(right);
        if (profiles == null) {
            throw new IllegalArgumentException("plugin " + pluginId + " declares no right " + right);
        }
        return profiles.contains(caller.profile());
    }

    boolean callerMay(String right) {
        Caller caller = Exchange.current().callerOrNull();
        return caller != null && may(caller, right);
    }
}
