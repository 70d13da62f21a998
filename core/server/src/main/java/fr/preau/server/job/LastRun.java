package fr.preau.server.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a job went last in a tenant.
 *
 * @param job its name
 * @param startedAt when
 * @param milliseconds how long it took
 * @param error why it failed, empty if it did not
 * @param failures how often it failed in a row
 * @param succeededAt when it went well last, null if never
 */
public record LastRun(
        String pluginId,
        String job,
        Instant startedAt,
        long milliseconds,
        String error,
        int failures,
        @Nullable Instant succeededAt) {}
