package fr.preau.server.convention;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A party of the convention, as it is shown.
 *
 * @param id its id
 * @param side its side
 * @param kind ACADEMIE, DSDEN, COMMUNE, EPCI or SYNDICAT
 * @param name its name
 * @param insee the commune for whose schools it speaks, null for all
 */
public record PartyLine(
        UUID id,
        Side side,
        String kind,
        String name,
        @Nullable String insee) {}
