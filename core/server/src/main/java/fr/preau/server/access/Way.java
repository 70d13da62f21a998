package fr.preau.server.access;

import java.util.List;

/**
 * One way to a right: it leads there if all its facts hold. Immutable.
 *
 * @param facts the facts, in the order in which people would tell them
 */
public record Way(List<Fact> facts) {
    /** Whether all its facts hold. */
    public boolean holds() {
        return facts.stream().allMatch(Fact::holds);
    }

    /** How many of its facts would have to change. */
    public long distance() {
        return facts.stream().filter(fact -> !fact.holds()).count();
    }
}
