package fr.preau.server.events;

import java.util.UUID;

/**
 * An event that a listener is to be told, by who holds the claim.
 *
 * @param eventId the event
 * @param pluginId who listens
 * @param listener the listener's name
 * @param failures how often it failed before
 * @param claim this attempt
 */
public record Delivery(UUID eventId, String pluginId, String listener, int failures, UUID claim) {}
