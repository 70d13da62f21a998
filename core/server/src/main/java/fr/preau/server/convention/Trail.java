package fr.preau.server.convention;

import fr.preau.server.audit.Audit;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Tells what was changed in the convention. Called inside the change's transaction. Thread-safe. */
@Singleton
final class Trail {
    private final Audit audit;

    @Inject
    Trail(Audit audit) {
        this.audit = audit;
    }

    void of(Actor actor, String action, String subject) {
        audit.recordHere(actor.personId(), actor.name(), action, subject, "");
    }
}
