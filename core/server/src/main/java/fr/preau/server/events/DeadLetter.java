package fr.preau.server.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that failed too often.
 *
 * @param eventId the event
 * @param pluginId who should have been told
 * @param listener its listener's name
 * @param publisher whose event it is
 * @param name the event's stable name
 * @param aggregate what it is about
 * @param publishedAt when it happened
 * @param deadAt when it was given up
 * @param failures how often it was tried
 * @param error why it failed last
 * @param behind how many later ones wait behind it
 */
public record DeadLetter(
        UUID eventId,
        String pluginId,
        String listener,
        String publisher,
        String name,
        String aggregate,
        Instant publishedAt,
        Instant deadAt,
        int failures,
        String error,
        int behind) {}
