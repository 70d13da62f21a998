package fr.preau.server.charter;

import fr.preau.server.db.Announcements;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the changes after which somebody may have to accept a charter again: what is remembered of a session is worth nothing
 * under another count. Every node hears of a change as it is committed; on the node that makes it, it counts before the answer
 * leaves. Thread-safe.
 */
@Singleton
public final class CharterChanges {
    static final String CHANNEL = "preau_charter";

    private final AtomicLong count = new AtomicLong();

    @Inject
    CharterChanges(Announcements announcements) {
        announcements.hear(CHANNEL, this::happened);
    }

    /** How many there were, as far as this node knows. Take it before reading what depends on it. */
    public long count() {
        return count.get();
    }

    void happened() {
        count.incrementAndGet();
    }
}
