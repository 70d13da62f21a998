package fr.preau.plugins.blog;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.BadInput;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reading again: what waits, and the decision on a post. The decision carries the version that was on the screen, so that
 * a text changed meanwhile is shown again instead of being published unread. Thread-safe.
 */
@Path("")
@Requires(BlogPlugin.MODERATE)
@Singleton
public final class ReviewPages {

    private final Posts posts;
    private final Comments comments;
    private final Classes classes;
    private final PostPage postPage;
    private final Sentences sentences;

    @Inject
    ReviewPages(Posts posts, Comments comments, Classes classes, PostPage postPage, Sentences sentences) {
        this.posts = posts;
        this.comments = comments;
        this.classes = classes;
        this.postPage = postPage;
        this.sentences = sentences;
    }

    /** What waits, the longest waiting first, then what was removed last. Four statements. */
    @GET
    @Path("review")
    public Page waiting(@Context Caller caller) {
        return Page.of(sentences.text("review.title"), "review.jte")
                .with("desk", classes.of(caller))
                .with("posts", posts.waiting(caller))
                .with("comments", comments.waiting(caller))
                .with("removed", posts.removed(caller));
    }

    /** Publishes a post. */
    @POST
    @Path("posts/{id}/approval")
    public Response approve(
            @Context Caller caller, @PathParam("id") UUID id, @FormParam("version") @Nullable Integer version) {
        try {
            posts.approve(caller, id, version);
            return Redirect.to("review", sentences.text("review.approved"));
        } catch (ChangedMeanwhile e) {
            return Redirect.to("posts/" + id, sentences.text("review.changed"));
        }
    }

    /** Sends a post back with a word. */
    @POST
    @Path("posts/{id}/refusal")
    public Object refuse(
            @Context Caller caller,
            @PathParam("id") UUID id,
            @FormParam("version") @Nullable Integer version,
            @FormParam("word") @DefaultValue("") String word) {
        try {
            posts.refuse(caller, id, version, word);
            return Redirect.to("review", sentences.text("review.refused"));
        } catch (BadInput e) {
            return postPage.show(caller, posts.find(caller, id), Typed.word(word, e.userMessage()))
                    .status(422);
        } catch (ChangedMeanwhile e) {
            return postPage.show(caller, posts.find(caller, id), Typed.word(word, sentences.text("review.changed")))
                    .status(409);
        }
    }
}
