package fr.preau.plugins.cantine.menu;

import java.util.Collection;
import java.util.List;

/**
 * What is known of a dish's allergens. Two types, so that “nobody said” can't be read as “none”: only {@link Declared} has
 * a list. Immutable.
 */
public sealed interface Allergens {
    /** Nobody said. It must be shown as such. */
    enum Unknown implements Allergens {
        /** The only one. */
        UNKNOWN
    }

    /**
     * Declared by the kitchen.
     *
     * @param contained those the dish contains, as an ingredient or as traces; empty: none of the fourteen
     */
    record Declared(List<Allergen> contained) implements Allergens {
        /** Puts them in the annex's order. */
        public Declared {
            contained = Vocabulary.ordered(contained);
        }
    }

    /** Nobody said. */
    Allergens UNKNOWN = Unknown.UNKNOWN;

    /** None of the fourteen, and the kitchen said so. */
    Allergens NONE = new Declared(List.of());

    /** These. */
    static Allergens of(Collection<Allergen> contained) {
        return new Declared(List.copyOf(contained));
    }

    /** Whether the kitchen declared them. */
    default boolean known() {
        return this instanceof Declared;
    }
}
