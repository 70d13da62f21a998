package fr.preau.server.access;

import java.util.UUID;

/** A role, and how many grants of it hold or will. */
public record RoleLine(UUID id, String name, String description, int holders) {}
