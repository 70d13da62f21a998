package fr.preau.server.access;

import fr.preau.api.Caller;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Says decisions in French. Thread-safe. */
@Singleton
public final class Explanations {
    @Inject
    Explanations() {}

    /** Why somebody may not, in words for that person: the nearest reasons, and who can change them. */
    public List<String> toOneself(Decision decision, Caller caller) {
        return List.of();
    }
}
