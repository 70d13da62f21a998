package fr.preau.plugins.garderie;

import fr.preau.api.Caller;
import fr.preau.api.access.Access;
import fr.preau.api.access.Requires;
import fr.preau.api.web.Page;
import fr.preau.api.web.Tile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** On the home page: the team's list in a number, a family's next evenings. One statement. Thread-safe. */
@Requires("enter")
public final class EveningTile implements Tile {
    private final Evening evening;
    private final StayDao stays;
    private final Access access;
    private final java.time.Clock clock;

    @Inject
    EveningTile(Evening evening, StayDao stays, Access access, java.time.Clock clock) {
        this.evening = evening;
        this.stays = stays;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Optional<Page> show(Caller caller) {
        if (access.may(caller, "tonight")) {
            List<Guest> guests = evening.list(caller);
            long here = guests.stream().filter(guest -> guest.leftAt() == null).count();
            return Optional.of(
                    Page.fragment("tile-team.jte").with("all", guests.size()).with("here", (int) here));
        }
        if (!access.may(caller, "book")) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.now(clock);
        List<LocalDate> days = stays.bookedFor(caller.personId(), today, today.plusDays(7)).stream()
                .map(StayDao.Booked::day)
                .distinct()
                .toList();
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(Page.fragment("tile.jte").with("days", days));
    }
}
