package fr.preau.plugins.cantine.json;

import fr.preau.api.Caller;
import fr.preau.api.access.Access;
import fr.preau.api.access.Requires;
import fr.preau.api.web.BadInput;
import fr.preau.plugins.cantine.menu.MenuDay;
import fr.preau.plugins.cantine.menu.Menus;
import fr.preau.plugins.cantine.menu.Publication;
import fr.preau.plugins.cantine.menu.Slot;
import fr.preau.plugins.cantine.menu.Week;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Weeks, named by any of their days. Thread-safe. */
@Path("weeks/{monday}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Requires("publish")
@Singleton
public final class WeekApi {
    private final Menus menus;
    private final Access access;

    @Inject
    WeekApi(Menus menus, Access access) {
        this.menus = menus;
        this.access = access;
    }

    /** A week's days. Those without a menu are left out. */
    public record WeekJson(LocalDate monday, List<DayJson> days) {}

    /** Why menus already published change; may be absent. */
    public record PublicationBody(@Nullable String reason) {}

    /**
     * A copy to make.
     *
     * @param from any day of the week to copy
     * @param replace whether days that have something already are replaced
     */
    public record CopyBody(@Nullable LocalDate from, boolean replace) {}

    /** What the caller may see; with {@code drafts=true}, for who prepares menus, the latest state of all schools. */
    @GET
    @Requires("read")
    public WeekJson week(
            @Context Caller caller, @PathParam("monday") String monday, @QueryParam("drafts") boolean drafts) {
        Week week = week(monday);
        if (!drafts) {
            return new WeekJson(
                    week.monday(),
                    menus.published(caller, week.monday(), week.sunday()).stream()
                            .map(DayJson::shown)
                            .toList());
        }
        if (!access.may(caller, "publish")) {
            throw new ForbiddenException();
        }
        List<MenuDay> latest = menus.slots(week.monday(), week.sunday()).stream()
                .map(Slot::latest)
                .filter(Objects::nonNull)
                .toList();
        return new WeekJson(week.monday(), latest.stream().map(DayJson::whole).toList());
    }

    /** Shows the week's drafts to families. */
    @POST
    @Path("publication")
    public Publication publish(
            @Context Caller caller, @PathParam("monday") String monday, @Nullable PublicationBody body) {
        Week week = week(monday);
        return menus.publish(
                caller, menus.slots(week.monday(), week.sunday()), DayApi.reason(body == null ? null : body.reason));
    }

    /** Copies another week into this one, as drafts. */
    @POST
    @Path("copies")
    public Menus.Copy copy(@Context Caller caller, @PathParam("monday") String monday, @Nullable CopyBody body) {
        if (body == null || body.from == null || !Week.plausible(body.from)) {
            throw new BadInput("from", "Il manque un jour de la semaine à copier.");
        }
        return menus.copy(caller, Week.of(body.from), week(monday), body.replace);
    }

    private static Week week(String day) {
        return Week.of(Week.parseDay(day).orElseThrow(NotFoundException::new));
    }
}
