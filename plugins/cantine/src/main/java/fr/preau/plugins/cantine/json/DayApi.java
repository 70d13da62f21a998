package fr.preau.plugins.cantine.json;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.directory.Directory;
import fr.preau.api.web.BadInput;
import fr.preau.plugins.cantine.intake.Target;
import fr.preau.plugins.cantine.menu.DayContent;
import fr.preau.plugins.cantine.menu.MenuDay;
import fr.preau.plugins.cantine.menu.Menus;
import fr.preau.plugins.cantine.menu.Publication;
import fr.preau.plugins.cantine.menu.Slot;
import fr.preau.plugins.cantine.menu.Spelling;
import fr.preau.plugins.cantine.menu.Week;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Days of menus, for who prepares them. Thread-safe. */
@Path("days/{date}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Requires("publish")
@Singleton
public final class DayApi {
    private static final int REASON_MAX = 300;

    private final Menus menus;
    private final Directory directory;

    @Inject
    DayApi(Menus menus, Directory directory) {
        this.menus = menus;
        this.directory = directory;
    }

    /** For which school, and why a published menu changes; both may be absent. */
    public record PublicationBody(
            @Nullable String school, @Nullable String reason) {}

    /** The day's latest state: the draft, or else what is published. 404 if there is nothing. */
    @GET
    public DayJson day(@PathParam("date") String date, @QueryParam("school") @Nullable String school) {
        return latest(slot(date, school));
    }

    /** Keeps a whole day as a draft; 204 if nothing remains of it. 409 if the version is not the latest. */
    @PUT
    public @Nullable DayJson keep(@Context Caller caller, @PathParam("date") String date, @Nullable DayBody body) {
        if (body == null) {
            throw new BadInput("", "Le contenu manque.");
        }
        DayContent content = body.content();
        Slot slot = slot(date, body.school());
        if (body.version() != null && !body.version().equals(slot.mark())) {
            throw new ClientErrorException(Response.Status.CONFLICT);
        }
        menus.save(caller, Map.of(slot, content));
        MenuDay kept = slot(date, body.school()).latest();
        return kept == null ? null : DayJson.whole(kept);
    }

    /** Shows the day's draft to families. */
    @POST
    @Path("publication")
    public Publication publish(@Context Caller caller, @PathParam("date") String date, @Nullable PublicationBody body) {
        Slot slot = slot(date, body == null ? null : body.school);
        return menus.publish(caller, List.of(slot), reason(body == null ? null : body.reason));
    }

    /** Drops the draft: what families see stays. */
    @DELETE
    @Path("draft")
    @Consumes(MediaType.WILDCARD)
    public void discard(
            @Context Caller caller, @PathParam("date") String date, @QueryParam("school") @Nullable String school) {
        menus.discard(caller, List.of(slot(date, school)));
    }

    private Slot slot(String date, @Nullable String school) {
        return menus.slot(
                Week.parseDay(date).orElseThrow(NotFoundException::new), Target.place(school, directory.schools()));
    }

    private static DayJson latest(Slot slot) {
        MenuDay latest = slot.latest();
        if (latest == null) {
            throw new NotFoundException();
        }
        return DayJson.whole(latest);
    }

    static String reason(@Nullable String reason) {
        String tidy = Spelling.tidy(reason == null ? "" : reason);
        if (tidy.length() > REASON_MAX) {
            throw new BadInput("reason", "C’est trop long : " + REASON_MAX + " caractères au plus.");
        }
        return tidy;
    }
}
