package fr.preau.server.portal.roles;

import fr.preau.api.Caller;
import fr.preau.api.access.Place;
import fr.preau.server.access.Holders;
import fr.preau.server.access.RequestStanding;
import fr.preau.server.access.RightId;
import fr.preau.server.access.TenantFacts.Right;
import fr.preau.server.access.TenantFacts.School;
import fr.preau.server.access.World;
import fr.preau.server.db.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may ask who may: administrators everywhere, heads about their schools and the classes there. Thread-safe. */
@Singleton
public final class HolderDesk {
    private final Holders holders;
    private final RequestStanding standings;
    private final WhyDao reach;

    @Inject
    HolderDesk(Database database, Holders holders, RequestStanding standings) {
        this.reach = database.core().dao(WhyDao.class);
        this.holders = holders;
        this.standings = standings;
    }

    World world(Caller caller) {
        return standings.of(caller).world();
    }

    /** A right of a service; null if there is none of that id. */
    @Nullable
    Right right(World world, String text) {
        try {
            RightId id = RightId.parse(text);
            return id.ofPortal() ? null : world.right(id);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    Place place(World world, String text) {
        try {
            return text.isEmpty() ? Place.anywhere() : world.placeOf(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Place.anywhere();
        }
    }

    /** The schools whose people the caller may ask about. */
    List<School> schools(Caller caller, World world) {
        if (caller.administrator()) {
            return world.facts().schools();
        }
        Set<UUID> headed = reach.headedBy(caller.personId());
        return world.facts().schools().stream()
                .filter(school -> headed.contains(school.id()))
                .toList();
    }

    /**
     * Who holds it.
     *
     * @throws ForbiddenException if a head asks about another school, the whole ENT or a shared thing
     */
    Holders.Found find(Caller caller, World world, RightId right, Place place, String query, int page) {
        if (!caller.administrator() && !headed(caller, world, place)) {
            throw new ForbiddenException();
        }
        return holders.find(caller.tenantId(), world, right, place, query, page);
    }

    private boolean headed(Caller caller, World world, Place place) {
        UUID school = world.schoolOf(place);
        return school != null && reach.headedBy(caller.personId()).contains(school);
    }
}
