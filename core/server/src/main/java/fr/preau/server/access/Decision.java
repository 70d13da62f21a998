package fr.preau.server.access;

import fr.preau.api.access.Place;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Whether somebody may do something, and why. Allowed if all that is required holds and at least one way leads there.
 * Immutable.
 *
 * @param person who
 * @param right what
 * @param place where
 * @param at when
 * @param required what must hold whatever the way
 * @param ways allowed: the ways that lead there, and nothing else; refused: those that nearly do, nearest first
 */
public record Decision(UUID person, RightId right, Place place, Instant at, List<Fact> required, List<Way> ways) {
    /** Whether it is allowed. */
    public boolean allowed() {
        return required.stream().allMatch(Fact::holds) && ways.stream().anyMatch(Way::holds);
    }
}
