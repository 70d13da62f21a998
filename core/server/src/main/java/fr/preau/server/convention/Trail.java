package fr.preau.server.convention;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what was changed in the convention. Called inside the change's transaction. Thread-safe. */
@Singleton
final class Trail {
    private static final Logger log = LoggerFactory.getLogger(Trail.class);

    @Inject
    Trail() {}

    void of(Actor actor, String action, String subject) {
        log.debug("{} {} {}", action, subject, actor.personId());
    }
}
