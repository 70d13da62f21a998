package fr.preau.plugins.cantine.menu;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a term of a closed list however a person, a file or a program spells it: by its SCDL word, one of its other
 * spellings, or its constant's name. Immutable, hence thread-safe.
 */
public final class Vocabulary<E extends Enum<E> & ScdlTerm> {
    private final Map<String, E> terms = new HashMap<>();

    /** The terms of an enum. */
    public Vocabulary(Class<E> type) {
        for (E term : type.getEnumConstants()) {
            add(term.scdl(), term);
            add(term.name(), term);
            term.alsoSpelled().forEach(spelling -> add(spelling, term));
        }
    }

    private void add(String spelling, E term) {
        E other = terms.put(Spelling.key(spelling), term);
        if (other != null && other != term) {
            throw new IllegalStateException(spelling + " means both " + other + " and " + term);
        }
    }

    /** The term, if the word is one. */
    public Optional<E> find(String word) {
        return Optional.ofNullable(terms.get(Spelling.key(word)));
    }

    /** Without repetition, in the order of the enum: so that two lists of the same terms are equal. */
    static <E extends Enum<E>> List<E> ordered(Collection<E> terms) {
        return terms.stream().distinct().sorted().toList();
    }
}
