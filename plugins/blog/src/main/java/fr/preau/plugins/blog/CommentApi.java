package fr.preau.plugins.blog;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** Comments as JSON: all that the pages do. Those of a post are in {@link PostCommentApi}. Thread-safe. */
@Path("comments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Requires("read")
@Singleton
public final class CommentApi {

    private final Comments comments;

    @Inject
    CommentApi(Comments comments) {
        this.comments = comments;
    }

    /** What waits for the caller, the longest waiting first. */
    @GET
    @Path("waiting")
    @Requires(BlogPlugin.MODERATE)
    public List<Comment> waiting(@Context Caller caller) {
        return comments.waiting(caller);
    }

    /** One comment. */
    @GET
    @Path("{id}")
    public Comment comment(@Context Caller caller, @PathParam("id") UUID id) {
        return comments.find(caller, id);
    }

    /** Publishes a comment that waits. */
    @POST
    @Path("{id}/approval")
    @Requires(BlogPlugin.MODERATE)
    public Comment approve(@Context Caller caller, @PathParam("id") UUID id) {
        comments.approve(caller, id);
        return comments.find(caller, id);
    }

    /** Takes a comment away: one's own, or any for a moderator. It can be restored. */
    @DELETE
    @Path("{id}")
    public void remove(@Context Caller caller, @PathParam("id") UUID id) {
        comments.remove(caller, id);
    }

    /** Puts a removed comment back. */
    @POST
    @Path("{id}/restoration")
    public Comment restore(@Context Caller caller, @PathParam("id") UUID id) {
        comments.restore(caller, id);
        return comments.find(caller, id);
    }
}
