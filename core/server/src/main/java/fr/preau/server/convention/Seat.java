package fr.preau.server.convention;

import java.util.UUID;

/**
 * A party that a person may act for, now.
 *
 * @param partyId the party
 * @param side its side
 * @param partyName its name
 * @param quality as what: “Maire”
 */
public record Seat(UUID partyId, Side side, String partyName, String quality) {}
