package fr.preau.plugins.cahierdetextes;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pupil of the class, and when they ticked a work. Immutable.
 *
 * @param pupilId the pupil
 * @param name first and last name
 * @param at when it was ticked, null if it was not
 */
public record PupilTick(UUID pupilId, String name, @Nullable OffsetDateTime at) {}
