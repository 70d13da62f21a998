package fr.preau.server.portal.roles;

import fr.preau.api.Caller;
import fr.preau.api.Reach;
import fr.preau.api.access.Place;
import fr.preau.api.web.Page;
import fr.preau.server.access.Holders;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.access.TenantFacts.Right;
import fr.preau.server.access.World;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;

/** “Qui peut ?”: who may do this here, each with a way to the reason. For administrators, and heads in their schools. */
@Singleton
@Path("console/qui-peut")
@Needs(Who.HEADS)
public final class HolderPages implements CoreResource {
    private final HolderDesk desk;
    private final Layout layout;

    @Inject
    HolderPages(HolderDesk desk, Layout layout) {
        this.desk = desk;
        this.layout = layout;
    }

    /**
     * The question and its answer.
     *
     * @param rightId {@code blog.read}
     * @param placeId a class, a school or a shared thing
     * @param query a part of a name
     */
    @GET
    public Page who(
            @QueryParam("droit") @DefaultValue("") String rightId,
            @QueryParam("lieu") @DefaultValue("") String placeId,
            @QueryParam("nom") @DefaultValue("") String query,
            @QueryParam("page") @DefaultValue("1") String page,
            @Context Caller caller) {
        World world = desk.world(caller);
        Right right = desk.right(world, rightId);
        Place place = desk.place(world, placeId);
        Holders.Found found = right == null || (right.reach() != Reach.TENANT && place.kind() == Place.Kind.ANYWHERE)
                ? null
                : desk.find(caller, world, right.id(), place, query.strip(), page(page));
        return Page.of(layout.coreUi().t("who.title"), "roles/who.jte")
                .with("world", world)
                .with("right", right)
                .with(
                        "place",
                        place.kind() == Place.Kind.ANYWHERE ? "" : place.id().toString())
                .with("query", query.strip())
                .with("found", found)
                .with("schools", desk.schools(caller, world))
                .with("groups", RightGroups.ofServices(world));
    }

    private static int page(String text) {
        try {
            return Math.min(10_000, Math.max(1, Integer.parseInt(text)));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
