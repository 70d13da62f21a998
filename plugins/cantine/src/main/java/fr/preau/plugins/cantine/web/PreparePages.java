package fr.preau.plugins.cantine.web;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.plugins.cantine.menu.DayContent;
import fr.preau.plugins.cantine.menu.Menus;
import fr.preau.plugins.cantine.menu.Publication;
import fr.preau.plugins.cantine.menu.Slot;
import fr.preau.plugins.cantine.menu.Spelling;
import fr.preau.plugins.cantine.menu.Week;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The staff's week: what is drafted, what families see, publishing, copying. Thread-safe. */
@Path("prepare")
@Requires("publish")
@Singleton
public final class PreparePages {
    private final Menus menus;
    private final Clock clock;

    @Inject
    PreparePages(Menus menus, Clock clock) {
        this.menus = menus;
        this.clock = clock;
    }

    /** This week; from Friday on, the next one. */
    @GET
    public Response now() {
        return Redirect.to(
                "prepare/" + Week.of(LocalDate.now(clock).plusDays(3)).monday());
    }

    /** A week. One statement. */
    @GET
    @Path("{monday}")
    public Page week(@PathParam("monday") String monday) {
        return page(WeekPages.read(monday), "", "", "");
    }

    /** Shows the week's drafts to families. */
    @POST
    @Path("{monday}/publication")
    public Object publish(
            @Context Caller caller,
            @PathParam("monday") String monday,
            @FormParam("reason") @DefaultValue("") String reason) {
        Week week = WeekPages.read(monday);
        if (Spelling.tidy(reason).length() > DayForm.CHANGE_REASON_MAX) {
            return page(week, reason, "", "reason");
        }
        Publication done = menus.publish(caller, menus.slots(week.monday(), week.sunday()), reason);
        return Redirect.to("prepare/" + week.monday(), Sentences.published(done, week));
    }

    /** Copies another week into this one, as drafts. */
    @POST
    @Path("{monday}/copy")
    public Object copy(
            @Context Caller caller,
            @PathParam("monday") String monday,
            @FormParam("from") @DefaultValue("") String from,
            @FormParam("replace") @DefaultValue("") String replace) {
        Week week = WeekPages.read(monday);
        Optional<Week> source = Week.parseDay(from).map(Week::of);
        if (source.isEmpty() || source.get().equals(week)) {
            return page(week, "", from, "from");
        }
        Menus.Copy copy = menus.copy(caller, source.get(), week, !replace.isEmpty());
        return Redirect.to("prepare/" + week.monday(), Sentences.copied(copy, source.get()));
    }

    private Page page(Week week, String reason, String from, String fault) {
        List<Slot> slots = menus.slots(week.monday(), week.sunday());
        List<Slot> drafts = slots.stream().filter(slot -> slot.draft() != null).toList();
        return Page.of("Préparer les menus " + week.words(), "prepare.jte")
                .with("week", week)
                .with("days", PreparedDay.of(week, slots))
                .with("drafts", drafts.size())
                .with("changes", drafts.stream().filter(Slot::changesPublished).count())
                .with("empty", slots.stream().map(Slot::content).allMatch(DayContent::isEmpty))
                .with("reason", reason)
                .with("from", from.isEmpty() ? week.previous().monday().toString() : from)
                .with("fault", fault)
                .status(fault.isEmpty() ? 200 : 422);
    }
}
