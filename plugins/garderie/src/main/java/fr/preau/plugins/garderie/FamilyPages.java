package fr.preau.plugins.garderie;

import fr.preau.api.Caller;
import fr.preau.api.access.Access;
import fr.preau.api.access.Requires;
import fr.preau.api.web.BadInput;
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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The first page, and what families do. */
@Path("")
@Requires("book")
public final class FamilyPages {
    private final Bookings bookings;
    private final Evening evening;
    private final Access access;

    @Inject
    FamilyPages(Bookings bookings, Evening evening, Access access) {
        this.bookings = bookings;
        this.evening = evening;
        this.access = access;
    }

    /** Each sees their own: families their children, the town its numbers, the team its list. */
    @GET
    @Requires("enter")
    public Page home(@Context Caller caller) {
        return Page.of("Garderie", "home.jte")
                .with("plans", access.may(caller, "book") ? bookings.plans(caller) : List.of())
                .with("expected", access.may(caller, "count") ? evening.expected(caller) : List.of());
    }

    /** Books evenings for a child. */
    @POST
    @Path("children/{id}/evenings")
    public Response book(
            @Context Caller caller,
            @PathParam("id") UUID id,
            @FormParam("shown") List<String> shown,
            @FormParam("day") List<String> days) {
        int booked = bookings.book(caller, id, dates(shown), dates(days));
        String name = bookings.child(caller, id).firstName();
        return Redirect.to(
                "",
                booked == 0
                        ? name + " n’est inscrit à aucun de ces soirs."
                        : name + (booked == 1 ? " est attendu un soir." : " est attendu " + booked + " soirs."));
    }

    private static List<LocalDate> dates(List<String> texts) {
        List<LocalDate> dates = new ArrayList<>();
        for (String text : texts) {
            try {
                dates.add(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                throw new BadInput("day", "« " + text + " » n’est pas une date. Revenez en arrière et recommencez.");
            }
        }
        return dates;
    }

    /** What the family wants the team to know. */
    @GET
    @Path("children/{id}/care")
    public Page care(@Context Caller caller, @PathParam("id") UUID id) {
        return form(bookings.child(caller, id), bookings.care(caller, id), Map.of());
    }

    /** Writes it. */
    @POST
    @Path("children/{id}/care")
    public Object write(
            @Context Caller caller,
            @PathParam("id") UUID id,
            @FormParam("allergies") @DefaultValue("") String allergies,
            @FormParam("collectors") @DefaultValue("") String collectors) {
        Care care = new Care(allergies, collectors);
        Child child = bookings.child(caller, id);
        try {
            bookings.write(caller, id, care);
        } catch (BadInput e) {
            return form(child, care, Map.of(e.field(), e.userMessage())).status(422);
        }
        return Redirect.to("", "La fiche de " + child.firstName() + " est enregistrée.");
    }

    private static Page form(Child child, Care care, Map<String, String> problems) {
        return Page.of("Fiche santé de " + child.firstName(), "care.jte")
                .with("child", child)
                .with("care", care)
                .with("problems", problems);
    }
}
