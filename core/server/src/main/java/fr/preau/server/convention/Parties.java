package fr.preau.server.convention;

import fr.preau.api.web.BadInput;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The parties and who may act for them. The first delegate of a party is named by the server's operator, the others by a
 * delegate of that party. Each call is one transaction. Thread-safe.
 */
@Singleton
public final class Parties {
    private final ConventionDao dao;
    private final Trail trail;

    @Inject
    Parties(Database database, Trail trail) {
        this.dao = database.core().dao(ConventionDao.class);
        this.trail = trail;
    }

    /** The parties. */
    public List<PartyLine> list(int tenantId) {
        return Scope.in(tenantId, Mode.READ, dao::parties);
    }

    /** Who may act for them now. */
    public List<DelegateLine> delegates(int tenantId) {
        return Scope.in(tenantId, Mode.READ, dao::delegates);
    }

    /** The parties that a person may act for now; empty for nearly everybody. */
    public List<Seat> seats(int tenantId, UUID personId) {
        return Scope.in(tenantId, Mode.READ, () -> dao.seats(personId));
    }

    /**
     * The party that a person acts for.
     *
     * @throws ForbiddenException if the person may not act for that one
     */
    Seat seat(Actor actor, UUID partyId) {
        UUID person = actor.personId();
        if (person == null) {
            return dao.parties().stream()
                    .filter(party -> party.id().equals(partyId))
                    .map(party -> new Seat(party.id(), party.side(), party.name(), "exploitant du serveur"))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
        }
        return dao.seats(person).stream()
                .filter(seat -> seat.partyId().equals(partyId))
                .findFirst()
                .orElseThrow(ForbiddenException::new);
    }

    List<Seat> seatsOf(UUID personId) {
        return dao.seats(personId);
    }

    /** Any party that a person acts for, for what one side may do alone. */
    Seat anySeat(Actor actor) {
        UUID person = actor.personId();
        List<Seat> seats = person == null ? List.of() : dao.seats(person);
        if (seats.isEmpty()) {
            throw new ForbiddenException();
        }
        return seats.get(0);
    }

    /** Renames a party: its delegates do. */
    public void rename(int tenantId, UUID partyId, String name, Actor actor) {
        Scope.run(tenantId, Mode.WRITE, () -> {
            seat(actor, partyId);
            check(name, 160, "name", "le nom de la partie");
            dao.renameParty(partyId, name.strip());
            trail.of(actor, "convention.party", name.strip());
        });
    }

    /**
     * Names a delegate.
     *
     * @param personId who, null if nobody was chosen
     * @param quality as what the person acts: “Maire”
     */
    public void name(int tenantId, UUID partyId, @Nullable UUID personId, String quality, Actor actor) {
        Scope.run(tenantId, Mode.WRITE, () -> {
            Seat seat = seat(actor, partyId);
            if (personId == null) {
                throw new BadInput("personne", "Choisissez la personne à nommer.");
            }
            check(quality, 120, "quality", "la qualité (« Maire », « Inspectrice de l’Éducation nationale »)");
            if (dao.addDelegate(partyId, personId, quality.strip(), actor.personId()) == 0) {
                throw new BadInput(
                        "person", "Cette personne est déjà déléguée de cette partie, ou n’est pas de cet espace.");
            }
            trail.of(actor, "convention.delegate", seat.partyName());
        });
    }

    /** Ends a delegation; the last one of a party stays, so that somebody can always act for it. */
    public void end(int tenantId, UUID delegateId, Actor actor) {
        Scope.run(tenantId, Mode.WRITE, () -> {
            DelegateLine delegate = dao.delegates().stream()
                    .filter(each -> each.id().equals(delegateId))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            seat(actor, delegate.partyId());
            if (dao.endDelegate(delegateId) == 0) {
                throw new BadInput(
                        "",
                        "C’est la dernière personne qui peut agir pour cette partie : nommez-en d’abord une autre.");
            }
            trail.of(actor, "convention.delegate.end", delegate.name());
        });
    }

    static void check(String text, int longest, String field, String what) {
        if (text.isBlank()) {
            throw new BadInput(field, "Écrivez " + what + ".");
        }
        if (text.length() > longest) {
            throw new BadInput(field, "C’est trop long : " + longest + " caractères au plus.");
        }
    }
}
