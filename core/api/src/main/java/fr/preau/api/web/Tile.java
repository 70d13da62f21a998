package fr.preau.api.web;

import fr.preau.api.Caller;
import java.util.Optional;

/**
 * A card on the home page: what matters now, for this person. Carries {@link fr.preau.api.access.Requires}. One query at
 * most: the home page waits for it. A tile that throws is left out, the others go on. Must be thread-safe.
 */
public interface Tile {
    /**
     * What to show now, or empty for nothing.
     *
     * @return a {@link Page#fragment}; its template should be a heading-less body, the portal draws the card around it
     *     with the launcher's title, icon and hue
     */
    Optional<Page> show(Caller caller);
}
