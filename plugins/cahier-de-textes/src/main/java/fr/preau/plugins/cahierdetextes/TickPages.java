package fr.preau.plugins.cahierdetextes;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** The pupil's “fait”: a plain form, of which htmx swaps the button alone. */
@Path("works/{id}/tick")
@Requires("tick")
public final class TickPages {
    private final Works works;

    @Inject
    TickPages(Works works) {
        this.works = works;
    }

    /**
     * Ticks a work, or takes the tick away.
     *
     * @param done what the pupil says, not a switch: sent twice, it changes nothing
     * @param htmx whether htmx asks, for the button alone
     */
    @POST
    public Response tick(
            @Context Caller caller,
            @PathParam("id") UUID id,
            @FormParam("done") boolean done,
            @HeaderParam("HX-Request") boolean htmx) {
        Work work = works.tick(caller, id, done);
        if (htmx) {
            return Response.ok(Page.fragment("part/tick.jte").with("work", work).with("done", done))
                    .build();
        }
        return Redirect.to(
                "?week=" + work.due() + "#tick-" + id,
                done
                        ? "Bravo, c’est coché : " + work.subject() + "."
                        : "Ce n’est plus coché : " + work.subject() + ".");
    }
}
