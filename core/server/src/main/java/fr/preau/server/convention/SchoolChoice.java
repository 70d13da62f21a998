package fr.preau.server.convention;

import java.util.UUID;

/** A school to choose: its name, its commune's name and INSEE code. */
public record SchoolChoice(UUID id, String name, String commune, String insee) {}
