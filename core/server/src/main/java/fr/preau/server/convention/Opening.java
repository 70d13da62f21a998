package fr.preau.server.convention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service runs in a school.
 *
 * @param pluginId the service
 * @param schoolId the school
 * @param since from this moment
 * @param until until just before this one, null for an open end
 */
public record Opening(
        String pluginId,
        UUID schoolId,
        Instant since,
        @Nullable Instant until) {}
