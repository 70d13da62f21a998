package fr.preau.plugins.blog;

import fr.preau.api.event.Events;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** Tells other plugins what can be read. Thread-safe. */
@Singleton
public final class PostNews {
    static final String PUBLISHED = "post-published";
    static final String WITHDRAWN = "post-withdrawn";

    private final Events events;
    private final ClassDao classes;

    @Inject
    PostNews(Events events, ClassDao classes) {
        this.events = events;
        this.classes = classes;
    }

    /** Who runs in the class's school is told. Two statements. */
    void published(UUID id, UUID classId, Instant at) {
        classes.schoolOf(classId)
                .ifPresent(school -> events.publish(
                        PUBLISHED, about(id), school, new PostPublished(id, classId, at, "/apps/blog/posts/" + id)));
    }

    /** All are told, wherever they run: whoever heard of it may have to forget it. */
    void withdrawn(UUID id) {
        events.publish(WITHDRAWN, about(id), new PostWithdrawn(id));
    }

    private static String about(UUID id) {
        return "post " + id;
    }
}
