package fr.preau.server.convention;

import fr.preau.api.Authority;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All of a tenant's convention that decides when a service runs in a school. Immutable.
 *
 * @param parties the parties
 * @param versions the versions that were proposed, by number
 * @param services the services of those versions
 * @param signatures what was signed
 * @param waves deployments that were not given up before they began
 * @param stops suspensions and emergency stops of whole services, lifted ones too
 * @param schools the schools
 */
public record Agreement(
        List<Party> parties,
        List<Version> versions,
        List<Service> services,
        List<Signature> signatures,
        List<Wave> waves,
        List<Stop> stops,
        List<School> schools) {

    /**
     * A party.
     *
     * @param id its id
     * @param side which side it is on
     * @param insee the commune for whose schools it speaks, null for all
     * @param sinceVersion the version that it joined with
     */
    public record Party(UUID id, Side side, @Nullable String insee, int sinceVersion) {
        /** Whether a version needs its signature for a school. */
        boolean speaksFor(School school, int version) {
            return sinceVersion <= version && (insee == null || insee.equals(school.insee()));
        }
    }

    /**
     * A version that was proposed.
     *
     * @param number 1, 2…
     * @param completeAt when the last party signed it as a whole, null if one has not
     * @param begins its first day
     * @param ends the first day on which it no longer holds, null if none was agreed
     */
    public record Version(
            int number,
            @Nullable Instant completeAt,
            LocalDate begins,
            @Nullable LocalDate ends) {}

    /** What a version says about a service: who must sign for it. */
    public record Service(int version, String pluginId, Authority authority) {}

    /** A party's signature under a service of a version; {@code pluginId} empty: under the version as a whole. */
    public record Signature(int version, String pluginId, UUID partyId, Instant signedAt) {}

    /**
     * Schools that begin together.
     *
     * @param pluginId the service, empty for all
     * @param since the first day
     * @param educationAt when the school administration accepted it, null if it has not
     * @param collectiviteAt when the town did, null if it has not
     * @param withdrawnAt when it was taken back, null if it was not
     * @param schools the schools
     */
    public record Wave(
            String pluginId,
            LocalDate since,
            @Nullable Instant educationAt,
            @Nullable Instant collectiviteAt,
            @Nullable Instant withdrawnAt,
            Set<UUID> schools) {}

    /**
     * A stop of whole services.
     *
     * @param pluginId the service, empty for all
     * @param schoolId the school, null for all
     * @param since from when
     * @param until until when, null for an open end
     * @param liftedAt when it was lifted, null if it was not
     */
    public record Stop(
            String pluginId,
            @Nullable UUID schoolId,
            Instant since,
            @Nullable Instant until,
            @Nullable Instant liftedAt) {}

    /** A school and the INSEE code of its commune. */
    public record School(UUID id, String insee) {}
}
