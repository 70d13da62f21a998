package fr.preau.plugins.blog;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.BadInput;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The comments of a post as JSON. Thread-safe. */
@Path("posts/{id}/comments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Requires("read")
@Singleton
public final class PostCommentApi {

    private final Posts posts;
    private final Comments comments;

    @Inject
    PostCommentApi(Posts posts, Comments comments) {
        this.posts = posts;
        this.comments = comments;
    }

    /**
     * A comment to add.
     *
     * @param text at most {@value Comment#TEXT_MAX} characters, plain
     */
    public record NewComment(@Nullable String text) {}

    /** The comments below a post, in the order of the conversation; none while the post is not published. */
    @GET
    public List<Comment> comments(@Context Caller caller, @PathParam("id") UUID postId) {
        return comments.of(caller, posts.find(caller, postId).id());
    }

    /** Adds a comment: a child's waits, an adult's is published. */
    @POST
    @Requires("comment")
    public Response add(@Context Caller caller, @PathParam("id") UUID postId, @Nullable NewComment body) {
        if (body == null) {
            throw new BadInput("text", "Le commentaire est vide.");
        }
        UUID id = UUID.randomUUID();
        comments.write(caller, posts.find(caller, postId), id, body.text());
        return Response.created(URI.create("comments/" + id))
                .entity(comments.find(caller, id))
                .build();
    }
}
