package fr.preau.plugins.blog;

import fr.preau.api.Caller;
import fr.preau.api.web.Page;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The page of one post, shown to read it and again when something typed below it can't be taken. Thread-safe. */
@Singleton
public final class PostPage {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);

    private final Comments comments;
    private final Sentences sentences;
    private final Clock clock;

    @Inject
    PostPage(Comments comments, Sentences sentences, Clock clock) {
        this.comments = comments;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** The post with its comments. */
    Page show(Caller caller, Post post, Typed typed) {
        List<Comment> below = post.published() ? comments.of(caller, post.id()) : List.of();
        return Page.of(post.title().isEmpty() ? sentences.text("post.untitled") : post.title(), "post.jte")
                .with("post", post)
                .with("printedDate", printed(post))
                .with("comments", below)
                .with("typed", typed);
    }

    /** On paper “today” means nothing: the date in full. */
    private String printed(Post post) {
        Instant moment = Objects.requireNonNullElse(post.publishedAt(), post.updatedAt());
        String date = DATE.format(moment.atZone(clock.getZone()));
        return date.startsWith("1 ") ? "1er" + date.substring(1) : date;
    }
}
