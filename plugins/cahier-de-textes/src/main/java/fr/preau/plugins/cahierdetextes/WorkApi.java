package fr.preau.plugins.cahierdetextes;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.BadInput;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Works as JSON: all that the pages do. */
@Path("works")
@Requires("give")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WorkApi {
    /** The longest stretch that one answer covers, in days: two months. */
    private static final int LONGEST = 62;

    private final Works works;

    @Inject
    WorkApi(Works works) {
        this.works = works;
    }

    /**
     * The works of the caller's classes, by day.
     *
     * @param from the first day, ISO 8601; the Monday of the present week if missing
     * @param to the last day; six days after the first if missing, two months at most
     */
    @GET
    @Requires("read")
    public List<Work> works(
            @Context Caller caller, @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        LocalDate first = day("from", from, Week.containing(works.today()).monday());
        LocalDate last = day("to", to, first.plusDays(6));
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST))) {
            throw new BadInput("to", "Demandez de 1 à " + LONGEST + " jours à partir du " + first + ".");
        }
        List<UUID> classes =
                works.desks(caller).stream().map(Desk::classId).distinct().toList();
        return works.between(caller, classes, first, last);
    }

    /** A work. */
    @GET
    @Path("{id}")
    @Requires("read")
    public Work work(@Context Caller caller, @PathParam("id") UUID id) {
        return works.work(caller, id);
    }

    /** The pupils of the work's class, and when each ticked it. */
    @GET
    @Path("{id}/ticks")
    public List<PupilTick> ticks(@Context Caller caller, @PathParam("id") UUID id) {
        works.workToChange(caller, id);
        return works.pupils(caller, id);
    }

    /** Gives a work. */
    @POST
    public Response give(@Context Caller caller, @Context UriInfo uri, @Nullable Draft draft) {
        Work work = works.give(caller, present(draft));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(work.id().toString()).build())
                .entity(work)
                .build();
    }

    /** Changes a work. */
    @PUT
    @Path("{id}")
    public Work change(@Context Caller caller, @PathParam("id") UUID id, @Nullable Draft draft) {
        works.change(caller, id, present(draft));
        return works.work(caller, id);
    }

    /** Takes a work away. */
    @DELETE
    @Path("{id}")
    public void remove(@Context Caller caller, @PathParam("id") UUID id) {
        works.remove(caller, id);
    }

    /** Puts a removed work back. */
    @POST
    @Path("{id}/restore")
    @Consumes(MediaType.WILDCARD)
    public Work restore(@Context Caller caller, @PathParam("id") UUID id) {
        works.restore(caller, id);
        return works.work(caller, id);
    }

    /** The caller, a pupil, has done it. */
    @PUT
    @Path("{id}/tick")
    @Consumes(MediaType.WILDCARD)
    @Requires("tick")
    public void tick(@Context Caller caller, @PathParam("id") UUID id) {
        works.tick(caller, id, true);
    }

    /** The caller, a pupil, has not done it after all. */
    @DELETE
    @Path("{id}/tick")
    @Requires("tick")
    public void untick(@Context Caller caller, @PathParam("id") UUID id) {
        works.tick(caller, id, false);
    }

    private static Draft present(@Nullable Draft draft) {
        if (draft == null) {
            throw new BadInput("", "Envoyez le travail en JSON.");
        }
        return draft;
    }

    private static LocalDate day(String field, @Nullable String value, LocalDate otherwise) {
        try {
            return value == null ? otherwise : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new BadInput(field, "Une date s’écrit année-mois-jour : " + otherwise + ".");
        }
    }
}
