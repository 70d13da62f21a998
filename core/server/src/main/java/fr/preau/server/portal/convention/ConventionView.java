package fr.preau.server.portal.convention;

import fr.preau.server.convention.DelegateLine;
import fr.preau.server.convention.PartyLine;
import fr.preau.server.convention.StopLine;
import fr.preau.server.convention.Text;
import fr.preau.server.convention.VersionLine;
import fr.preau.server.convention.Waiting;
import fr.preau.server.convention.WaveLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code convention/index.jte}: the convention in one glance.
 *
 * @param desk what the person may do
 * @param inForce the version in force, null if none is
 * @param open the version that is being written or signed, null if none is
 * @param versions all versions, the latest first
 * @param parties the parties
 * @param delegates who acts for them
 * @param waiting what waits for whom
 * @param schools in how many schools each service runs now
 * @param allSchools how many schools there are
 * @param stops the stops that hold now
 * @param waves the deployments that hold or will
 */
public record ConventionView(
        Desk desk,
        @Nullable Text inForce,
        @Nullable VersionLine open,
        List<VersionLine> versions,
        List<PartyLine> parties,
        List<DelegateLine> delegates,
        List<Waiting> waiting,
        Map<String, Long> schools,
        int allSchools,
        List<StopLine> stops,
        List<WaveLine> waves) {

    /** The delegates of a party. */
    public List<DelegateLine> delegatesOf(UUID partyId) {
        return delegates.stream()
                .filter(delegate -> delegate.partyId().equals(partyId))
                .toList();
    }

    /** What waits for the person. */
    public List<Waiting> mine() {
        return waiting.stream().filter(this::isMine).toList();
    }

    /** What waits for others. */
    public List<Waiting> others() {
        return waiting.stream().filter(each -> !isMine(each)).toList();
    }

    private boolean isMine(Waiting each) {
        return each.kind() == Waiting.Kind.WAVE ? desk.isOf(each.side()) : desk.actsFor(each.partyId());
    }

    /** Whether a stop holds for a service now. */
    public boolean stopped(String pluginId, Instant now) {
        return stops.stream()
                .anyMatch(stop -> stop.fromProfile().isEmpty()
                        && stop.holds(now)
                        && (stop.pluginId().isEmpty() || stop.pluginId().equals(pluginId)));
    }
}
