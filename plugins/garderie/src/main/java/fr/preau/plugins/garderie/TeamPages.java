package fr.preau.plugins.garderie;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** This evening, for the team. */
@Path("tonight")
@Requires("tonight")
public final class TeamPages {
    private final Evening evening;

    @Inject
    TeamPages(Evening evening) {
        this.evening = evening;
    }

    /** The list. */
    @GET
    public Page list(@Context Caller caller) {
        return Page.of("Ce soir à la garderie", "tonight.jte").with("guests", evening.list(caller));
    }

    /** Notes that a child goes home. */
    @POST
    @Path("{child}/leave")
    public Response leave(
            @Context Caller caller, @PathParam("child") UUID child, @FormParam("with") @DefaultValue("") String with) {
        evening.leaves(caller, child, with);
        return Redirect.to("tonight#child-" + child, "Départ noté.");
    }

    /** Takes it back. */
    @POST
    @Path("{child}/stay")
    public Response stay(@Context Caller caller, @PathParam("child") UUID child) {
        evening.stays(caller, child);
        return Redirect.to("tonight#child-" + child, "L’enfant est de nouveau dans la liste.");
    }

    /** A child's health note; each reading is in the log. */
    @GET
    @Path("{child}/care")
    @Requires("care")
    public Page care(@Context Caller caller, @PathParam("child") UUID child) {
        CareDao.Noted noted = evening.care(caller, child);
        return Page.of("Fiche santé de " + noted.name(), "noted.jte").with("noted", noted);
    }
}
