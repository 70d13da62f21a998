package fr.preau.plugins.cahierdetextes;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.Page;
import fr.preau.api.web.Tile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** On the home page: what is due tomorrow, or on the next day that has work. One statement. Thread-safe. */
@Requires("read")
public final class DueTile implements Tile {
    private final WorkDao dao;
    private final Clock clock;

    @Inject
    DueTile(WorkDao dao, Clock clock) {
        this.dao = dao;
        this.clock = clock;
    }

    @Override
    public Optional<Page> show(Caller caller) {
        List<Due> next = dao.next(caller.personId(), LocalDate.now(clock));
        if (next.isEmpty()) {
            return Optional.empty();
        }
        List<Day> days = new ArrayList<>();
        next.stream()
                .collect(Collectors.groupingBy(Due::date, TreeMap::new, Collectors.toList()))
                .forEach((date, works) -> days.add(Day.of(date, works)));
        return Optional.of(Page.fragment("tile.jte").with("days", days));
    }

    /**
     * What is due on one day.
     *
     * @param date the day
     * @param works the first works
     * @param more how many are left out
     * @param allDone whether all of them are ticked
     */
    public record Day(LocalDate date, List<Due> works, int more, boolean allDone) {
        /** A tile stays small: the week shows the rest. */
        private static final int SHOWN = 5;

        static Day of(LocalDate date, List<Due> works) {
            List<Due> shown = works.subList(0, Math.min(SHOWN, works.size()));
            return new Day(
                    date, shown, works.size() - shown.size(), works.stream().allMatch(Due::done));
        }
    }
}
