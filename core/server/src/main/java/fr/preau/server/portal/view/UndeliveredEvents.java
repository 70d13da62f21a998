package fr.preau.server.portal.view;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * {@code console/events.jte}: what services wanted to tell each other and could not. Posts to
 * {@code /console/evenements/{key}/rejouer} and {@code …/abandonner}.
 *
 * @param rows the oldest first
 */
public record UndeliveredEvents(List<Row> rows) {
    /**
     * One of them.
     *
     * @param key its place below the page
     * @param what what happened, in words
     * @param from the title of the service that told it
     * @param to the title of the service that should know
     * @param at when it happened
     * @param deadAt when it was given up
     * @param failures how often it was tried
     * @param error why it failed, in the service's own words
     * @param behind how many others wait for it
     * @param name the event's stable name
     * @param aggregate what it is about, as the service names it
     * @param listener the listener's name
     */
    public record Row(
            String key,
            String what,
            String from,
            String to,
            ZonedDateTime at,
            ZonedDateTime deadAt,
            int failures,
            String error,
            int behind,
            String name,
            String aggregate,
            String listener) {}
}
