package fr.preau.server.access;

import fr.preau.api.Caller;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.http.Exchange;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks {@link Needs} before a route of the core runs, and before its form or body is read: who may not is told so, whatever
 * they sent. Deny by default. Thread-safe.
 */
public final class NeedsFilter implements ContainerRequestFilter {
    private final RequestStanding standings;

    /** With what says who is a delegate. */
    public NeedsFilter(RequestStanding standings) {
        this.standings = standings;
    }

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
        List<Who> enough = List.of(needs.value());
        if (!enough.contains(Who.ANYBODY)
                && !includes(enough, Exchange.current().caller())) {
            throw new ForbiddenException();
        }
    }

    private boolean includes(List<Who> enough, Caller caller) {
        return enough.stream().anyMatch(who -> who.includes(caller))
                || (enough.contains(Who.DELEGATES)
                        && standings.of(caller).person().delegate());
    }
}
