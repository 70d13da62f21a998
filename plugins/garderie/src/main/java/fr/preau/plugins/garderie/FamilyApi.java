package fr.preau.plugins.garderie;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.BadInput;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What families do, as JSON. */
@Path("children")
@Requires("book")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class FamilyApi {
    private final Bookings bookings;

    @Inject
    FamilyApi(Bookings bookings) {
        this.bookings = bookings;
    }

    /** The caller's children and their evenings. */
    @GET
    public List<Bookings.Plan> plans(@Context Caller caller) {
        return bookings.plans(caller);
    }

    /**
     * Evenings.
     *
     * @param shown the evenings that the list is about
     * @param wanted those of them to book
     */
    public record Wish(List<LocalDate> shown, List<LocalDate> wanted) {}

    /** Books and cancels evenings. */
    @PUT
    @Path("{id}/evenings")
    public List<Bookings.Plan> book(@Context Caller caller, @PathParam("id") UUID id, @Nullable Wish wish) {
        if (wish == null || wish.shown() == null || wish.wanted() == null) {
            throw new BadInput("shown", "Envoyez les soirs montrés (shown) et les soirs voulus (wanted).");
        }
        bookings.book(caller, id, wish.shown(), wish.wanted());
        return bookings.plans(caller);
    }

    /** What the family wrote for the team. */
    @GET
    @Path("{id}/care")
    public Care care(@Context Caller caller, @PathParam("id") UUID id) {
        return bookings.care(caller, id);
    }

    /** Writes it. */
    @PUT
    @Path("{id}/care")
    public void write(@Context Caller caller, @PathParam("id") UUID id, @Nullable Care care) {
        if (care == null || care.allergies() == null || care.collectors() == null) {
            throw new BadInput("allergies", "Envoyez allergies et collectors.");
        }
        bookings.write(caller, id, care);
    }
}
