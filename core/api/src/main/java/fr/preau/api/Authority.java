package fr.preau.api;

/**
 * Who must sign for a plugin in the convention between the school administration and the town, as agreed by the
 * rectorat de Créteil and the mayors of Île-de-France in 2011.
 */
public enum Authority {
    /** The académie or its DSDEN: teaching and school life. */
    EDUCATION_NATIONALE,
    /** The commune, EPCI or syndicat: canteen, périscolaire, municipal services. */
    COLLECTIVITE,
    /** Both parties: what touches the whole community. */
    BOTH
}
