package fr.preau.plugins.cantine.web;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.Page;
import fr.preau.plugins.cantine.menu.MenuDay;
import fr.preau.plugins.cantine.menu.Menus;
import fr.preau.plugins.cantine.menu.Week;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What one eats today, or the next time the canteen serves. One statement. Thread-safe. */
@Path("")
@Requires("read")
@Singleton
public final class TodayPage {
    private final Menus menus;
    private final Clock clock;

    @Inject
    TodayPage(Menus menus, Clock clock) {
        this.menus = menus;
        this.clock = clock;
    }

    /** The page. */
    @GET
    public Page today(@Context Caller caller) {
        LocalDate today = LocalDate.now(clock);
        List<MenuDay> coming =
                menus.published(caller, today, Week.of(today).next().sunday());
        List<ShownDay> days = coming.stream()
                .map(MenuDay::date)
                .distinct()
                .map(date -> new ShownDay(
                        date,
                        coming.stream().filter(menu -> menu.date().equals(date)).toList()))
                .toList();
        Optional<ShownDay> next = days.stream().filter(ShownDay::open).findFirst();
        Optional<ShownDay> closedToday = days.stream()
                .filter(day -> day.date().equals(today) && !day.open())
                .findFirst();
        return Page.of("Au menu", "today.jte")
                .with("closedToday", closedToday.orElse(null))
                .with("next", next.orElse(null))
                .with(
                        "after",
                        days.stream()
                                .filter(day -> next.isPresent()
                                        && day.date().isAfter(next.get().date()))
                                .limit(4)
                                .toList())
                .with("week", Week.of(next.map(ShownDay::date).orElse(today)));
    }
}
