package fr.preau.server.convention;

import java.time.LocalDate;
import java.util.UUID;

/** Somebody who may act for a party. */
public record DelegateLine(UUID id, UUID partyId, UUID personId, String name, String quality, LocalDate since) {}
