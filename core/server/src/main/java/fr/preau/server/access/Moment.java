package fr.preau.server.access;

import fr.preau.server.db.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/** A moment as decisions see it: the instant, and what calendar and clock on the wall of the schools say then. */
final class Moment {
    private final Instant instant;
    private final ZonedDateTime local;

    Moment(Instant instant) {
        this.instant = instant;
        this.local = instant.atZone(Database.ZONE);
    }

    Instant instant() {
        return instant;
    }

    LocalDate day() {
        return local.toLocalDate();
    }

    /** The school year it lies in, named by the year it begins in; it turns on 1 August. */
    int schoolYear() {
        return local.minusMonths(7).getYear();
    }

    boolean inOneOf(List<PersonFacts.Slot> slots) {
        int isoDay = local.getDayOfWeek().getValue();
        LocalTime time = local.toLocalTime();
        return slots.isEmpty() || slots.stream().anyMatch(slot -> slot.holds(isoDay, time));
    }
}
