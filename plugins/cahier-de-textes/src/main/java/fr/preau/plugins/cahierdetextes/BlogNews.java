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
     * What is needed of either event.
     *
     * @param postId the post
     * @param classId its class; null if it is withdrawn
     * @param at when it was first published; null if it is withdrawn
     * @param path where it is read; null if it is withdrawn
     */
    public record Told(UUID postId, UUID classId, Instant at, String path) {}

    private final BlogDao dao;
    private final Clock clock;

    @Inject
    BlogNews(BlogDao dao, Clock clock) {
        this.dao = dao;
        this.clock = clock;
    }

    @Override
    public void on(Event event) {
        Told told = event.as(Told.class);
        if (event.name().equals(PUBLISHED)) {
            dao.add(told.postId(), told.classId(), LocalDate.ofInstant(told.at(), clock.getZone()), told.path());
        } else {
            dao.remove(told.postId());
        }
    }
}
