package fr.preau.plugins.cantine.web;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.Page;
import fr.preau.api.web.Tile;
import fr.preau.plugins.cantine.menu.MenuDay;
import fr.preau.plugins.cantine.menu.Menus;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The home page's card: today's lunch, or that of the next day with one. One statement. Thread-safe. */
@Requires("read")
@Singleton
public final class LunchTile implements Tile {
    private final Menus menus;
    private final Clock clock;

    @Inject
    LunchTile(Menus menus, Clock clock) {
        this.menus = menus;
        this.clock = clock;
    }

    @Override
    public Optional<Page> show(Caller caller) {
        List<MenuDay> next = menus.nextLunch(caller, LocalDate.now(clock));
        if (next.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Page.fragment("tile.jte").with("day", new ShownDay(next.get(0).date(), next)));
    }
}
