package fr.preau.server.convention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deployment.
 *
 * @param id its id
 * @param name its name: “Écoles pilotes”
 * @param pilot whether its schools try first
 * @param pluginId the service, empty for all
 * @param since its first day
 * @param proposedBy who proposed it
 * @param proposedAt when
 * @param due until when it should be accepted, null if nobody said
 * @param educationBy who accepted it for the school administration, null before
 * @param educationAt when
 * @param collectiviteBy who accepted it for the town, null before
 * @param collectiviteAt when
 * @param withdrawnBy who took it back, null unless somebody did
 * @param schools the names of its schools
 */
public record WaveLine(
        UUID id,
        String name,
        boolean pilot,
        String pluginId,
        LocalDate since,
        String proposedBy,
        Instant proposedAt,
        @Nullable LocalDate due,
        @Nullable String educationBy,
        @Nullable Instant educationAt,
        @Nullable String collectiviteBy,
        @Nullable Instant collectiviteAt,
        @Nullable String withdrawnBy,
        List<String> schools) {

    /** Whether a side has accepted it. */
    public boolean acceptedBy(Side side) {
        return (side == Side.EDUCATION_NATIONALE ? educationAt : collectiviteAt) != null;
    }
}
