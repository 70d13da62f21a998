package fr.preau.server.portal.view;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code console/jobs.jte}: what services do by themselves, and how that went.
 *
 * @param byService the jobs of each service that has any, by its id
 */
public record JobList(Map<String, List<Line>> byService) {
    /**
     * A job.
     *
     * @param label what it does
     * @param rhythm when it runs, in words
     * @param startedAt when it ran last, null if it never did
     * @param seconds how long that took
     * @param error why it failed, empty if it did not
     * @param failures how often it failed in a row
     */
    public record Line(
            String label,
            String rhythm,
            @Nullable ZonedDateTime startedAt,
            double seconds,
            String error,
            int failures) {}

    /** The jobs of a service; empty if it has none. */
    public List<Line> of(String serviceId) {
        return byService.getOrDefault(serviceId, List.of());
    }
}
