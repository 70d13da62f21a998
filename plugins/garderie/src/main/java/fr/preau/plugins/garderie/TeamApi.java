package fr.preau.plugins.garderie;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.BadInput;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** This evening, as JSON. */
@Path("tonight")
@Requires("tonight")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TeamApi {
    private final Evening evening;

    @Inject
    TeamApi(Evening evening) {
        this.evening = evening;
    }

    /** The list. */
    @GET
    public List<Guest> list(@Context Caller caller) {
        return evening.list(caller);
    }

    /** How many are expected today and on the next days. */
    @GET
    @Path("expected")
    @Requires("count")
    public List<Expected> expected(@Context Caller caller) {
        return evening.expected(caller);
    }

    /** Who came for a child; {@code with} may be empty. */
    public record Departure(String with) {}

    /** A child goes home. */
    @PUT
    @Path("{child}/departure")
    public void leave(@Context Caller caller, @PathParam("child") UUID child, @Nullable Departure departure) {
        if (departure == null || departure.with() == null) {
            throw new BadInput("with", "Envoyez with : la personne venue chercher l’enfant, ou un texte vide.");
        }
        evening.leaves(caller, child, departure.with());
    }

    /** It did not. */
    @DELETE
    @Path("{child}/departure")
    @Consumes(MediaType.WILDCARD)
    public void stay(@Context Caller caller, @PathParam("child") UUID child) {
        evening.stays(caller, child);
    }

    /** A child's health note; each reading is in the log. */
    @GET
    @Path("{child}/care")
    @Requires("care")
    public CareDao.Noted care(@Context Caller caller, @PathParam("child") UUID child) {
        return evening.care(caller, child);
    }
}
