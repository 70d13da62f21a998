package fr.preau.plugins.blog;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writing: the form, and the caller's own posts. A form that can't be taken comes back with all that was typed. */
@Path("")
@Requires("write")
@Singleton
public final class WritingPages {

    private static final String DRAFT = "draft";

    private final Posts posts;
    private final Classes classes;
    private final Sentences sentences;

    @Inject
    WritingPages(Posts posts, Classes classes, Sentences sentences) {
        this.posts = posts;
        this.classes = classes;
        this.sentences = sentences;
    }

    /** The caller's own posts, in any state. */
    @GET
    @Path("mine")
    public Page mine(@Context Caller caller, @QueryParam("before") @Nullable Cursor before) {
        return Page.of(sentences.to(caller, "mine.title"), "mine.jte")
                .with("desk", classes.of(caller))
                .with("first", before == null)
                .with("slice", posts.written(caller, before));
    }

    /** An empty form. */
    @GET
    @Path("posts/new")
    public Page blank(@Context Caller caller, @QueryParam("class") @Nullable UUID classId) {
        Desk desk = classes.of(caller);
        if (!desk.writes() || (classId != null && !writable(desk, classId))) {
            throw new NotFoundException();
        }
        return form(desk, PostForm.empty(classId));
    }

    /** Adds a post. */
    @POST
    @Path("posts")
    public Object add(
            @Context Caller caller,
            @FormParam("id") @Nullable UUID formId,
            @FormParam("class") @Nullable UUID classId,
            @FormParam("title") @DefaultValue("") String title,
            @FormParam("text") @DefaultValue("") String body,
            @FormParam("action") @DefaultValue("send") String action) {
        UUID id = formId == null ? UUID.randomUUID() : formId;
        boolean draft = action.equals(DRAFT);
        PostText text = PostText.of(title, body);
        Map<String, String> faults = text.faults(draft);
        if (classId == null) {
            faults.put("class", sentences.text("form.class.missing"));
        }
        if (classId == null || !faults.isEmpty()) {
            PostForm form = new PostForm(id, classId, null, false, 0, text, "", faults);
            return form(classes.of(caller), form).status(422);
        }
        PostState state = posts.write(caller, id, classId, text, !draft);
        return Redirect.to("posts/" + id, said(caller, state));
    }

    /** A form with one of the caller's posts. */
    @GET
    @Path("posts/{id}/edit")
    public Object edit(@Context Caller caller, @PathParam("id") UUID id) {
        Post post = posts.find(caller, id);
        if (!post.mayEdit()) {
            throw new NotFoundException();
        }
        return form(new Desk(List.of()), PostForm.of(post));
    }

    /** Changes one of the caller's posts. */
    @POST
    @Path("posts/{id}")
    public Object change(
            @Context Caller caller,
            @PathParam("id") UUID id,
            @FormParam("version") @Nullable Integer version,
            @FormParam("title") @DefaultValue("") String title,
            @FormParam("text") @DefaultValue("") String body,
            @FormParam("action") @DefaultValue("send") String action) {
        boolean send = !action.equals(DRAFT);
        PostText text = PostText.of(title, body);
        Post post = posts.find(caller, id);
        Map<String, String> faults = text.faults(post.state().saved(send, post.moderates()) == PostState.DRAFT);
        if (post.mayEdit() && !faults.isEmpty()) {
            return form(new Desk(List.of()), PostForm.of(post).typed(text, faults))
                    .status(422);
        }
        try {
            return Redirect.to("posts/" + id, said(caller, posts.rewrite(caller, id, version, text, send)));
        } catch (ChangedMeanwhile e) {
            String key = post.mayEdit() ? "form.changed" : "form.closed";
            return conflict(post, text, sentences.to(caller, key));
        }
    }

    /** What was typed is kept; the form now carries the version that is there, so that saving again replaces it. */
    private Page conflict(Post post, PostText text, String said) {
        return form(new Desk(List.of()), PostForm.of(post).typed(text, Map.of("", said)))
                .status(409);
    }

    private Page form(Desk desk, PostForm form) {
        String title = form.state() == null ? "form.title.new" : "form.title.edit";
        return Page.of(sentences.text(title), "form.jte").with("desk", desk).with("form", form);
    }

    private String said(Caller caller, PostState state) {
        return sentences.to(caller, "saved." + state);
    }

    private static boolean writable(Desk desk, UUID classId) {
        return desk.find(classId).filter(BlogClass::writes).isPresent();
    }
}
