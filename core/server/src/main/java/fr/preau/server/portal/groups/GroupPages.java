package fr.preau.server.portal.groups;

import fr.preau.api.Caller;
import fr.preau.api.web.BadInput;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.access.RequestStanding;
import fr.preau.server.db.Database;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import fr.preau.server.portal.roles.RolePeopleDao;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pages of groups made by hand. */
@Singleton
@Path("console/groupes")
@Needs(Who.HEADS)
public final class GroupPages implements CoreResource {
    private static final String ROOT = "console/groupes";

    private final Groups groups;
    private final RequestStanding standings;
    private final RolePeopleDao people;
    private final Layout layout;

    @Inject
    GroupPages(Database database, Groups groups, RequestStanding standings, Layout layout) {
        this.people = database.core().dao(RolePeopleDao.class);
        this.groups = groups;
        this.standings = standings;
        this.layout = layout;
    }

    private String t(String key) {
        return layout.coreUi().t(key);
    }

    /** The groups, and a form to make one. */
    @GET
    public Page all(@Context Caller caller) {
        var schools = standings.of(caller).world().facts().schools().stream()
                .filter(school -> caller.administrator()
                        || standings.of(caller).person().memberships().stream()
                                .anyMatch(each -> each.role().equals("HEAD")
                                        && each.school().equals(school.id())))
                .toList();
        return Page.of(t("groups.title"), "groups/index.jte")
                .with("groups", groups.all(caller))
                .with("schools", schools);
    }

    /** Makes one. */
    @POST
    public Response make(
            @FormParam("nom") @DefaultValue("") String name,
            @FormParam("ecole") @DefaultValue("") String school,
            @Context Caller caller) {
        UUID id = groups.make(caller, name, school.isEmpty() ? null : id("ecole", school));
        return Redirect.to(ROOT + "/" + id, t("groups.made"));
    }

    /**
     * A group and its people.
     *
     * @param query a part of the name of somebody to take in
     */
    @GET
    @Path("{id}")
    public Page group(
            @PathParam("id") UUID id, @QueryParam("q") @DefaultValue("") String query, @Context Caller caller) {
        GroupLine group = groups.group(caller, id);
        return Page.of(group.name(), "groups/group.jte")
                .with("group", group)
                .with("members", groups.members(caller, id))
                .with("query", query.strip())
                .with("found", query.isBlank() ? List.of() : people.find(query.strip()));
    }

    /** Gives it another name. */
    @POST
    @Path("{id}")
    public Response rename(
            @PathParam("id") UUID id, @FormParam("nom") @DefaultValue("") String name, @Context Caller caller) {
        groups.rename(caller, id, name);
        return Redirect.to(ROOT + "/" + id, t("groups.renamed"));
    }

    /** Closes it. */
    @POST
    @Path("{id}/fermer")
    public Response close(@PathParam("id") UUID id, @Context Caller caller) {
        groups.close(caller, id, true);
        return Redirect.to(ROOT + "/" + id, t("groups.closed"));
    }

    /** Opens it again. */
    @POST
    @Path("{id}/rouvrir")
    public Response open(@PathParam("id") UUID id, @Context Caller caller) {
        groups.close(caller, id, false);
        return Redirect.to(ROOT + "/" + id, t("groups.opened"));
    }

    /** Takes people in: those whose boxes are ticked. */
    @POST
    @Path("{id}/membres")
    public Response add(
            @PathParam("id") UUID id,
            @FormParam("personne") List<String> persons,
            @FormParam("debut") @DefaultValue("") String since,
            @FormParam("fin") @DefaultValue("") String last,
            @Context Caller caller) {
        if (persons.isEmpty() || persons.size() > 200) {
            throw new BadInput("personne", t("groups.choose"));
        }
        LocalDate first = date("debut", since);
        LocalDate end = date("fin", last);
        List<UUID> ids = persons.stream().map(text -> id("personne", text)).toList();
        groups.addAll(caller, id, ids, first, end);
        return Redirect.to(ROOT + "/" + id, t("groups.joined"));
    }

    /** Takes somebody out. */
    @POST
    @Path("{id}/membres/{person}/retirer")
    public Response end(@PathParam("id") UUID id, @PathParam("person") UUID person, @Context Caller caller) {
        groups.end(caller, id, person);
        return Redirect.to(ROOT + "/" + id, t("groups.left"));
    }

    private static UUID id(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput(field, "Choisissez dans la liste.");
        }
    }

    private static @Nullable LocalDate date(String field, String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new BadInput(field, "« " + text + " » n’est pas une date : choisissez un jour dans le calendrier.");
        }
    }
}
