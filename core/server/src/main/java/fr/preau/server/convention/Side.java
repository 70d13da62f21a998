package fr.preau.server.convention;

import fr.preau.api.Authority;
import java.util.List;

/** The two sides of the convention. Either may stop a service; what they decide together needs both. */
public enum Side {
    /** The académie or its DSDEN. */
    EDUCATION_NATIONALE,
    /** Communes, EPCI, syndicats. */
    COLLECTIVITE;

    /** Whether an authority asks for this side's signature. */
    public boolean signsFor(Authority authority) {
        return of(authority).contains(this);
    }

    /** The sides whose signatures an authority asks for. */
    public static List<Side> of(Authority authority) {
        return switch (authority) {
            case EDUCATION_NATIONALE -> List.of(EDUCATION_NATIONALE);
            case COLLECTIVITE -> List.of(COLLECTIVITE);
            case BOTH -> List.of(EDUCATION_NATIONALE, COLLECTIVITE);
        };
    }
}
