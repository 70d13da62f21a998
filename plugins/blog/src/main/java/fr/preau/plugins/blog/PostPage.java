package fr.preau.plugins.blog;

import fr.preau.api.Caller;
import fr.preau.api.web.Page;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** The page of one post, shown to read it and again when something typed below it can't be taken. Thread-safe. */
@Singleton
public final class PostPage {

    private final Comments comments;
    private final Sentences sentences;

    @Inject
    PostPage(Comments comments, Sentences sentences) {
        this.comments = comments;
        this.sentences = sentences;
    }

    /** The post with its comments. */
    Page show(Caller caller, Post post, Typed typed) {
        List<Comment> below = post.published() ? comments.of(caller, post.id()) : List.of();
        return Page.of(post.title().isEmpty() ? sentences.text("post.untitled") : post.title(), "post.jte")
                .with("post", post)
                .with("comments", below)
                .with("typed", typed);
    }
}
