package fr.preau.plugins.garderie;

import fr.preau.api.Caller;
import fr.preau.api.access.SensitiveLookups;
import fr.preau.api.web.BadInput;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the team does this evening. Thread-safe. */
public final class Evening {
    private static final int LONGEST = 120;

    private final StayDao stays;
    private final CareDao cares;
    private final SensitiveLookups lookups;
    private final Clock clock;

    @Inject
    Evening(StayDao stays, CareDao cares, SensitiveLookups lookups, Clock clock) {
        this.stays = stays;
        this.cares = cares;
        this.lookups = lookups;
        this.clock = clock;
    }

    /** This evening's list. */
    public List<Guest> list(Caller caller) {
        return stays.tonight(caller.personId(), today());
    }

    /** How many are expected today and on the next days. */
    public List<Expected> expected(Caller caller) {
        List<LocalDate> days = SchoolDays.from(today());
        return stays.expected(caller.personId(), days.get(0), days.get(days.size() - 1));
    }

    /**
     * Notes that a child goes home.
     *
     * @param with with whom, may be empty
     */
    public void leaves(Caller caller, UUID child, String with) {
        if (with.length() > LONGEST) {
            throw new BadInput("with", "Écrivez " + LONGEST + " caractères au plus.");
        }
        if (stays.seeOff(caller.personId(), child, today(), with.strip(), false) == 0) {
            throw new NotFoundException();
        }
    }

    /** Takes that back: the child is still here. */
    public void stays(Caller caller, UUID child) {
        if (stays.seeOff(caller.personId(), child, today(), "", true) == 0) {
            throw new NotFoundException();
        }
    }

    /** The health note of a child who is here this evening; who reads it is kept. */
    public CareDao.Noted care(Caller caller, UUID child) {
        CareDao.Noted noted = cares.tonight(caller.personId(), child, today()).orElseThrow(NotFoundException::new);
        lookups.record(caller, child, "note de santé de la garderie");
        return noted;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
