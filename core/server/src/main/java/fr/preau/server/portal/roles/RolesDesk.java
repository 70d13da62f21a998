package fr.preau.server.portal.roles;

import fr.preau.api.Caller;
import fr.preau.api.access.Place;
import fr.preau.server.access.RequestStanding;
import fr.preau.server.access.RightId;
import fr.preau.server.access.Standing;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import java.time.Clock;

/** Who may come to these pages: administrators, and those to whom the right to give roles was given. Thread-safe. */
@Singleton
final class RolesDesk {
    private final RequestStanding standings;
    private final Clock clock;

    @Inject
    RolesDesk(RequestStanding standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    /**
     * The caller's standing.
     *
     * @throws ForbiddenException if the caller gives no roles
     */
    Standing giver(Caller caller) {
        Standing standing = standings.of(caller);
        if (!standing.may(RightId.GIVE_ROLES, Place.anywhere(), clock.instant())) {
            throw new ForbiddenException();
        }
        return standing;
    }

    /**
     * The standing of an administrator.
     *
     * @throws ForbiddenException if the caller is none
     */
    Standing administrator(Caller caller) {
        Standing standing = standings.of(caller);
        if (!standing.person().administrator()) {
            throw new ForbiddenException();
        }
        return standing;
    }
}
