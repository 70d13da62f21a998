package fr.preau.server.portal.convention;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import fr.preau.server.convention.Parties;
import fr.preau.server.convention.Seat;
import fr.preau.server.convention.Side;
import fr.preau.server.convention.Waiting;
import jakarta.ws.rs.ForbiddenException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do with the convention: delegates act for their party, administrators and heads read.
 *
 * @param seats the parties the person acts for
 */
public record Desk(List<Seat> seats) {
    /**
     * The caller's.
     *
     * @throws ForbiddenException if the caller neither acts nor reads
     */
    static Desk of(Parties parties, Caller caller) {
        Desk desk = new Desk(parties.seats(caller.tenantId(), caller.personId()));
        if (desk.seats().isEmpty() && !caller.administrator() && !caller.is(Profile.HEAD)) {
            throw new ForbiddenException();
        }
        return desk;
    }

    /** Whether the person acts for a party. */
    public boolean acts() {
        return !seats.isEmpty();
    }

    /** Whether the person acts for this party. */
    public boolean actsFor(@Nullable UUID partyId) {
        return seats.stream().anyMatch(seat -> seat.partyId().equals(partyId));
    }

    /** Whether the person can deal with something that waits. */
    public boolean decides(Waiting waiting) {
        return seats.stream().anyMatch(waiting::waitsFor);
    }

    /** Whether the person acts for this side. */
    public boolean isOf(Side side) {
        return seats.stream().anyMatch(seat -> seat.side() == side);
    }
}
