package fr.preau.plugins.blog;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.BadInput;
import fr.preau.api.web.Redirect;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Commenting, and deciding on comments, from the post's page or from the queue. As for posts, removing one's own comment
 * needs no right but to read. Thread-safe.
 */
@Path("")
@Requires("read")
@Singleton
public final class CommentPages {

    private static final String QUEUE = "review";

    private final Posts posts;
    private final Comments comments;
    private final PostPage postPage;
    private final Sentences sentences;

    @Inject
    CommentPages(Posts posts, Comments comments, PostPage postPage, Sentences sentences) {
        this.posts = posts;
        this.comments = comments;
        this.postPage = postPage;
        this.sentences = sentences;
    }

    /** Adds a comment below a post. */
    @POST
    @Path("posts/{id}/comments")
    @Requires("comment")
    public Object add(
            @Context Caller caller,
            @PathParam("id") UUID postId,
            @FormParam("id") @Nullable UUID formId,
            @FormParam("text") @DefaultValue("") String text) {
        Post post = posts.find(caller, postId);
        try {
            UUID id = formId == null ? UUID.randomUUID() : formId;
            CommentState state = comments.write(caller, post, id, text);
            return Redirect.to("posts/" + postId + "#comments", sentences.to(caller, "comment.saved." + state));
        } catch (BadInput e) {
            return postPage.show(caller, post, Typed.comment(text, e.userMessage()))
                    .status(422);
        } catch (ChangedMeanwhile e) {
            return Redirect.to("posts/" + postId, sentences.text("comment.closed"));
        }
    }

    /** Publishes a comment. */
    @POST
    @Path("comments/{id}/approval")
    @Requires(BlogPlugin.MODERATE)
    public Response approve(
            @Context Caller caller, @PathParam("id") UUID id, @FormParam("from") @DefaultValue("") String from) {
        return back(comments.approve(caller, id), from, "comment.approved");
    }

    /** Takes a comment away. */
    @POST
    @Path("comments/{id}/removal")
    public Response remove(
            @Context Caller caller, @PathParam("id") UUID id, @FormParam("from") @DefaultValue("") String from) {
        return back(comments.remove(caller, id), from, "comment.removed");
    }

    /** Puts a removed comment back. */
    @POST
    @Path("comments/{id}/restoration")
    public Response restore(
            @Context Caller caller, @PathParam("id") UUID id, @FormParam("from") @DefaultValue("") String from) {
        return back(comments.restore(caller, id), from, "comment.restored");
    }

    private Response back(Comment comment, String from, String key) {
        String path = from.equals(QUEUE) ? QUEUE : "posts/" + comment.postId() + "#comments";
        return Redirect.to(path, sentences.text(key));
    }
}
