package fr.preau.server.portal.convention;

import fr.preau.server.convention.DelegateLine;
import fr.preau.server.convention.Grid;
import fr.preau.server.convention.PartyLine;
import fr.preau.server.convention.Side;
import fr.preau.server.convention.StopLine;
import fr.preau.server.convention.Text;
import fr.preau.server.convention.Timeline;
import fr.preau.server.convention.VersionLine;
import fr.preau.server.convention.Waiting;
import fr.preau.server.convention.WaveLine;
import java.util.List;
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
 * @param grid how each service stands in each school, null where there is no convention or no school
 * @param timeline the agreement by its days
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
        @Nullable Grid grid,
        Timeline timeline,
        List<StopLine> stops,
        List<WaveLine> waves) {

    /** The delegates of a party. */
    public List<DelegateLine> delegatesOf(UUID partyId) {
        return delegates.stream()
                .filter(delegate -> delegate.partyId().equals(partyId))
                .toList();
    }

    /** The parties of a side. */
    public List<PartyLine> partiesOf(Side side) {
        return parties.stream().filter(party -> party.side() == side).toList();
    }

    /** In how many schools a service runs now. */
    public long open(int column) {
        Grid all = grid;
        return all == null
                ? 0
                : all.rows().stream()
                        .filter(row -> row.cells().get(column).state() == Grid.State.OPEN)
                        .count();
    }

    /** What waits for the person. */
    public List<Waiting> mine() {
        return waiting.stream().filter(desk::decides).toList();
    }

    /** What waits for others. */
    public List<Waiting> others() {
        return waiting.stream().filter(each -> !desk.decides(each)).toList();
    }
}
