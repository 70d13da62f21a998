package fr.preau.plugins.cahierdetextes;

import fr.preau.api.event.Event;
import fr.preau.api.event.EventListener;
import fr.preau.api.event.ListensTo;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Remembers which posts the class blogs have, so that a week shows them. Without a blog, nothing is told. Thread-safe. */
@ListensTo({BlogNews.PUBLISHED, "blog.post-withdrawn"})
public final class BlogNews implements EventListener {
    static final String PUBLISHED = "blog.post-published";

    /**
     * What is needed of a post that can be read.
     *
     * @param postId the post
     * @param classId its class
     * @param at when it was first published
     * @param path where it is read
     */
    public record Published(UUID postId, UUID classId, Instant at, String path) {}

    /**
     * What is needed of one that can't be read any more.
     *
     * @param postId the post
     */
    public record Withdrawn(UUID postId) {}

    private final BlogDao dao;
    private final Clock clock;

    @Inject
    BlogNews(BlogDao dao, Clock clock) {
        this.dao = dao;
        this.clock = clock;
    }

    @Override
    public void on(Event event) {
        if (event.name().equals(PUBLISHED)) {
            Published post = event.as(Published.class);
            dao.add(post.postId(), post.classId(), LocalDate.ofInstant(post.at(), clock.getZone()), post.path());
        } else {
            dao.remove(event.as(Withdrawn.class).postId());
        }
    }
}
