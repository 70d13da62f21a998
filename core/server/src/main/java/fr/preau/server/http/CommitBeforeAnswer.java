package fr.preau.server.http;

import fr.preau.server.db.Scope;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/**
 * Commits the request's work before its answer is rendered and sent: what is acknowledged is kept. An answer of 400 and
 * more commits nothing. Thread-safe.
 */
@Priority(200)
final class CommitBeforeAnswer implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 400 && !refused(response)) {
            Scope.commitCurrent();
        } else {
            Scope.undoCurrent();
        }
    }

    private static boolean refused(ContainerResponseContext response) {
        return response.getEntity() instanceof fr.preau.api.web.Page page && page.status() >= 400;
    }
}
