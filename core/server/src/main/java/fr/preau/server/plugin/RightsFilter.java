package fr.preau.server.plugin;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.server.http.Exchange;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Checks the right of each route of a plugin, before the route runs. Deny by default. Thread-safe. */
final class RightsFilter implements ContainerRequestFilter {
    private final PluginRights rights;

    /** Jersey fills in a proxy for the present request. */
    @Context
    @Nullable
    ResourceInfo route;

    RightsFilter(PluginRights rights) {
        this.rights = rights;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        ResourceInfo present = route;
        Method method = present == null ? null : present.getResourceMethod();
        if (present == null || method == null) {
            throw new ForbiddenException();
        }
        Requires own = method.getAnnotation(Requires.class);
        Requires requires = own != null ? own : present.getResourceClass().getAnnotation(Requires.class);
        Caller caller = Exchange.current().caller();
        if (requires == null) {
            throw new ForbiddenException();
        }
        if (!rights.may(caller, requires.value())) {
            throw rights.refusal(caller, requires.value());
        }
    }
}
