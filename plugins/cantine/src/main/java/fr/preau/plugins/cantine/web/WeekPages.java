package fr.preau.plugins.cantine.web;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.plugins.cantine.menu.Menus;
import fr.preau.plugins.cantine.menu.Week;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;

/** A week of menus, on a screen or on one sheet of paper. One statement. Thread-safe. */
@Path("week")
@Requires("read")
@Singleton
public final class WeekPages {
    private final Menus menus;
    private final Clock clock;

    @Inject
    WeekPages(Menus menus, Clock clock) {
        this.menus = menus;
        this.clock = clock;
    }

    /** This week. */
    @GET
    public Response now() {
        return Redirect.to("week/" + Week.of(LocalDate.now(clock)).monday());
    }

    /** The week of a day, usually its Monday. */
    @GET
    @Path("{monday}")
    public Page week(@Context Caller caller, @PathParam("monday") String day) {
        Week week = read(day);
        return Page.of("Menus " + week.words(), "week.jte")
                .with("week", week)
                .with("days", ShownDay.of(week, menus.published(caller, week.monday(), week.sunday())));
    }

    static Week read(String day) {
        return Week.of(Week.parseDay(day).orElseThrow(NotFoundException::new));
    }
}
