package fr.preau.plugins.blog;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.BadInput;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Posts as JSON: all that the pages do. Where a {@code version} may be given, it is the version that was read; the answer
 * is 409 if there is another by now. Thread-safe.
 */
@Path("posts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Requires("read")
@Singleton
public final class PostApi {

    private final Posts posts;
    private final Classes classes;

    @Inject
    PostApi(Posts posts, Classes classes) {
        this.posts = posts;
        this.classes = classes;
    }

    /**
     * A post to add.
     *
     * @param classId its class
     * @param title at most {@value PostText#TITLE_MAX} characters
     * @param text at most {@value PostText#TEXT_MAX} characters, plain, paragraphs parted by an empty line
     * @param draft true to keep it for later instead of sending it
     */
    public record NewPost(
            @Nullable UUID classId,
            @Nullable String title,
            @Nullable String text,
            boolean draft) {}

    /** A post's new text; the fields are those of {@link NewPost}. */
    public record NewText(@Nullable String title, @Nullable String text, boolean draft) {}

    /**
     * A refusal.
     *
     * @param word what the author is told, at most {@value Posts#WORD_MAX} characters
     */
    public record Refusal(@Nullable String word) {}

    /** Published posts, newest first, ten at a time. */
    @GET
    public Slice newest(
            @Context Caller caller,
            @QueryParam("class") @Nullable UUID classId,
            @QueryParam("before") @Nullable Cursor before) {
        Slice slice = posts.newest(caller, classId, before);
        if (classId != null && slice.posts().isEmpty() && !classes.reads(caller, classId)) {
            throw new NotFoundException();
        }
        return slice;
    }

    /** The caller's own posts, last changed first, ten at a time. */
    @GET
    @Path("mine")
    @Requires("write")
    public Slice mine(@Context Caller caller, @QueryParam("before") @Nullable Cursor before) {
        return posts.written(caller, before);
    }

    /** What waits for the caller, the longest waiting first. */
    @GET
    @Path("waiting")
    @Requires(BlogPlugin.MODERATE)
    public List<PostLine> waiting(@Context Caller caller) {
        return posts.waiting(caller);
    }

    /** What moderators removed last, in the caller's classes. */
    @GET
    @Path("removed")
    @Requires(BlogPlugin.MODERATE)
    public List<PostLine> removed(@Context Caller caller) {
        return posts.removed(caller);
    }

    /** One post. */
    @GET
    @Path("{id}")
    public Post post(@Context Caller caller, @PathParam("id") UUID id) {
        return posts.find(caller, id);
    }

    /** Adds a post: published if the caller moderates the class, else waiting. */
    @POST
    @Requires("write")
    public Response add(@Context Caller caller, @Nullable NewPost body) {
        NewPost given = present(body);
        if (given.classId() == null) {
            throw new BadInput("classId", "La classe manque.");
        }
        UUID id = UUID.randomUUID();
        posts.write(caller, id, given.classId(), PostText.of(given.title(), given.text()), !given.draft());
        return Response.created(URI.create("posts/" + id))
                .entity(posts.find(caller, id))
                .build();
    }

    /** Replaces the text of one of the caller's posts. */
    @PUT
    @Path("{id}")
    @Requires("write")
    public Post change(
            @Context Caller caller,
            @PathParam("id") UUID id,
            @QueryParam("version") @Nullable Integer version,
            @Nullable NewText body) {
        NewText given = present(body);
        posts.rewrite(caller, id, version, PostText.of(given.title(), given.text()), !given.draft());
        return posts.find(caller, id);
    }

    /** Publishes a post that waits. */
    @POST
    @Path("{id}/approval")
    @Consumes(MediaType.WILDCARD)
    @Requires(BlogPlugin.MODERATE)
    public Post approve(
            @Context Caller caller, @PathParam("id") UUID id, @QueryParam("version") @Nullable Integer version) {
        posts.approve(caller, id, version);
        return posts.find(caller, id);
    }

    /** Sends a post back to its author. */
    @POST
    @Path("{id}/refusal")
    @Requires(BlogPlugin.MODERATE)
    public Post refuse(
            @Context Caller caller,
            @PathParam("id") UUID id,
            @QueryParam("version") @Nullable Integer version,
            @Nullable Refusal body) {
        posts.refuse(caller, id, version, present(body).word());
        return posts.find(caller, id);
    }

    /** Takes a post away: one's own, or any for a moderator. It can be restored. */
    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    public void remove(@Context Caller caller, @PathParam("id") UUID id) {
        posts.remove(caller, id);
    }

    /** Puts a removed post back. */
    @POST
    @Path("{id}/restoration")
    @Consumes(MediaType.WILDCARD)
    public Post restore(@Context Caller caller, @PathParam("id") UUID id) {
        posts.restore(caller, id);
        return posts.find(caller, id);
    }

    private static <T> T present(@Nullable T body) {
        if (body == null) {
            throw new BadInput("", "Le contenu manque.");
        }
        return body;
    }
}
