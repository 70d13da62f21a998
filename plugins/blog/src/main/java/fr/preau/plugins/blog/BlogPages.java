package fr.preau.plugins.blog;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reading: the newest posts, and one post. Two statements each. Thread-safe.
 *
 * <p>Removing needs no right but to read: authors take their own words away even if they may write no more, and
 * {@link Posts} leaves the others' to moderators.
 */
@Path("")
@Requires("read")
@Singleton
public final class BlogPages {

    private final Posts posts;
    private final Classes classes;
    private final PostPage postPage;
    private final Sentences sentences;

    @Inject
    BlogPages(Posts posts, Classes classes, PostPage postPage, Sentences sentences) {
        this.posts = posts;
        this.classes = classes;
        this.postPage = postPage;
        this.sentences = sentences;
    }

    /** The newest posts, of all the caller's classes or of one. */
    @GET
    public Page newest(
            @Context Caller caller,
            @QueryParam("class") @Nullable UUID classId,
            @QueryParam("before") @Nullable Cursor before) {
        Desk desk = classes.of(caller);
        if (classId != null && desk.find(classId).isEmpty()) {
            throw new NotFoundException();
        }
        return Page.of(title(desk, classId), "newest.jte")
                .with("desk", desk)
                .with("chosen", classId)
                .with("first", before == null)
                .with("slice", posts.newest(caller, classId, before));
    }

    private String title(Desk desk, @Nullable UUID classId) {
        if (classId == null && desk.classes().size() != 1) {
            return sentences.text("newest.title.all");
        }
        BlogClass only =
                classId == null ? desk.classes().get(0) : desk.find(classId).orElseThrow(NotFoundException::new);
        return sentences.text("newest.title.one", only.name());
    }

    /** One post, with its comments. */
    @GET
    @Path("posts/{id}")
    public Page post(@Context Caller caller, @PathParam("id") UUID id) {
        return postPage.show(caller, posts.find(caller, id), Typed.nothing());
    }

    /** Takes a post away; its page then offers to put it back. */
    @POST
    @Path("posts/{id}/removal")
    public Response remove(@Context Caller caller, @PathParam("id") UUID id) {
        posts.remove(caller, id);
        return Redirect.to("posts/" + id, sentences.text("post.removed"));
    }

    /** Puts a removed post back. */
    @POST
    @Path("posts/{id}/restoration")
    public Response restore(@Context Caller caller, @PathParam("id") UUID id) {
        posts.restore(caller, id);
        return Redirect.to("posts/" + id, sentences.text("post.restored"));
    }
}
