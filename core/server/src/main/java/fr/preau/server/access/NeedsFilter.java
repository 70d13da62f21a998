package fr.preau.server.access;

import fr.preau.server.access.Needs.Who;
import fr.preau.server.http.Exchange;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Checks {@link Needs} before a route of the core runs. Deny by default. Thread-safe. */
public final class NeedsFilter implements ContainerRequestFilter {
    /** Jersey fills in a proxy for the present request. */
    @Context
    @Nullable
    ResourceInfo route;

    @Override
    public void filter(ContainerRequestContext request) {
        ResourceInfo present = route;
        Method method = present == null ? null : present.getResourceMethod();
        if (present == null || method == null) {
            throw new ForbiddenException();
        }
        Needs own = method.getAnnotation(Needs.class);
        Needs needs = own != null ? own : present.getResourceClass().getAnnotation(Needs.class);
        if (needs == null) {
            throw new ForbiddenException();
        }
        Who who = needs.value();
        if (who != Who.ANYBODY && !who.includes(Exchange.current().caller())) {
            throw new ForbiddenException();
        }
    }
}
