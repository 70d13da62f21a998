package fr.preau.server.portal.groups;

import fr.preau.api.Caller;
import fr.preau.api.web.BadInput;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.http.CoreResource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** Groups made by hand, for programs. Thread-safe. */
@Singleton
@Path("api/core/groups")
@Needs(Who.HEADS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class GroupApi implements CoreResource {
    private final Groups groups;

    @Inject
    GroupApi(Groups groups) {
        this.groups = groups;
    }

    /** The groups that the caller keeps. */
    @GET
    public List<GroupLine> all(@Context Caller caller) {
        return groups.all(caller);
    }

    /** A group to make; {@code school} null: of the whole ENT. */
    public record Wish(@Nullable String name, @Nullable UUID school) {}

    /** Makes one. */
    @POST
    public GroupLine make(@Nullable Wish wish, @Context Caller caller) {
        String name = wish == null ? null : wish.name();
        if (wish == null || name == null) {
            throw new BadInput("name", "Dites le nom du groupe (name).");
        }
        return groups.group(caller, groups.make(caller, name, wish.school()));
    }

    /** Who is, will be and was in a group. */
    @GET
    @Path("{id}/members")
    public List<MemberLine> members(@PathParam("id") UUID id, @Context Caller caller) {
        return groups.members(caller, id);
    }

    /** The days of a member; {@code last}: the last one. */
    public record Days(@Nullable LocalDate since, @Nullable LocalDate last) {}

    /** Takes somebody in. */
    @PUT
    @Path("{id}/members/{person}")
    public void add(
            @PathParam("id") UUID id, @PathParam("person") UUID person, @Nullable Days days, @Context Caller caller) {
        groups.addAll(
                caller, id, List.of(person), days == null ? null : days.since(), days == null ? null : days.last());
    }

    /** Takes somebody out, today. */
    @DELETE
    @Path("{id}/members/{person}")
    @Consumes(MediaType.WILDCARD)
    public void end(@PathParam("id") UUID id, @PathParam("person") UUID person, @Context Caller caller) {
        groups.end(caller, id, person);
    }
}
