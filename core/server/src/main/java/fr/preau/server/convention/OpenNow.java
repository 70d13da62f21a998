package fr.preau.server.convention;

import java.time.Instant;
import java.util.UUID;

/** A service that runs in a school now, and since when. */
public record OpenNow(String pluginId, UUID schoolId, String schoolName, Instant since) {}
