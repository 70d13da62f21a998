package fr.preau.server.convention;

import java.util.UUID;

/** A school to choose: its name and its commune's. */
public record SchoolChoice(UUID id, String name, String commune) {}
