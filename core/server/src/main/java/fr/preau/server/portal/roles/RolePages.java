package fr.preau.server.portal.roles;

import fr.preau.api.Caller;
import fr.preau.api.web.BadInput;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.server.access.Grants;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.access.PersonFacts.Slot;
import fr.preau.server.access.Standing;
import fr.preau.server.access.Wanted;
import fr.preau.server.db.Database;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Roles, grants and what profiles hold. Thread-safe. */
@Singleton
@Path("console/roles")
@Needs(Who.SIGNED_IN)
public final class RolePages implements CoreResource {
    private static final String ROOT = "/console/roles";

    private final Grants grants;
    private final RolesDesk desk;
    private final RolePeopleDao people;
    private final Layout layout;
    private final Clock clock;

    @Inject
    RolePages(Database database, Grants grants, RolesDesk desk, Layout layout, Clock clock) {
        this.people = database.core().dao(RolePeopleDao.class);
        this.grants = grants;
        this.desk = desk;
        this.layout = layout;
        this.clock = clock;
    }

    private String t(String key, Object... arguments) {
        return layout.coreUi().t(key, arguments);
    }

    /** The roles, the administrators and the latest changes. */
    @GET
    public Page roles(@Context Caller caller) {
        Standing giver = desk.giver(caller);
        return Page.of(t("roles.title"), "roles/index.jte")
                .with("roles", grants.roles(caller.tenantId()))
                .with("administrators", grants.administrators(caller.tenantId()))
                .with("administrator", giver.person().administrator())
                .with("changes", grants.changes(caller.tenantId()));
    }

    /** Makes a role. */
    @POST
    public Response make(
            @FormParam("nom") @DefaultValue("") String name,
            @FormParam("description") @DefaultValue("") String description,
            @Context Caller caller) {
        UUID id = grants.makeRole(caller, name, description, List.of());
        return Redirect.to(ROOT + "/" + id, t("roles.made"));
    }

    /** A role: what it contains and who has it. */
    @GET
    @Path("{id}")
    public Page role(@PathParam("id") UUID id, @Context Caller caller) {
        Standing giver = desk.giver(caller);
        return Page.of(t("roles.role"), "roles/role.jte")
                .with("role", grants.role(caller.tenantId(), id).orElseThrow(NotFoundException::new))
                .with("rights", grants.rightsOf(caller.tenantId(), id))
                .with("groups", RightGroups.of(giver.world()))
                .with("grants", grants.ofRole(caller.tenantId(), id))
                .with("administrator", giver.person().administrator())
                .with("world", giver.world());
    }

    /** Changes a role. */
    @POST
    @Path("{id}")
    public Response change(
            @PathParam("id") UUID id,
            @FormParam("nom") @DefaultValue("") String name,
            @FormParam("description") @DefaultValue("") String description,
            @FormParam("droit") List<String> rights,
            @Context Caller caller) {
        grants.changeRole(caller, id, name, description, rights);
        return Redirect.to(ROOT + "/" + id, t("roles.changed"));
    }

    /** Removes a role. */
    @POST
    @Path("{id}/retirer")
    public Response remove(@PathParam("id") UUID id, @Context Caller caller) {
        grants.removeRole(caller, id);
        return Redirect.to(ROOT, t("roles.removed"));
    }

    /** The form to give a role. */
    @GET
    @Path("donner")
    public Page giving(
            @QueryParam("role") @DefaultValue("") String role,
            @QueryParam("personne") @DefaultValue("") String person,
            @QueryParam("groupe") @DefaultValue("") String group,
            @QueryParam("q") @DefaultValue("") String query,
            @Context Caller caller) {
        Standing giver = desk.giver(caller);
        UUID chosen = id(person);
        return Page.of(t("roles.give"), "roles/give.jte")
                .with("world", giver.world())
                .with("roles", grants.roles(caller.tenantId()))
                .with("role", role)
                .with("person", chosen == null ? null : people.person(chosen).orElse(null))
                .with("group", "GROUP:" + group)
                .with("query", query.strip())
                .with("found", query.isBlank() ? List.of() : people.find(query.strip()))
                .with("today", LocalDate.now(clock));
    }

    private static @Nullable UUID id(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Gives a role. */
    @POST
    @Path("donner")
    public Response give(
            @FormParam("role") @DefaultValue("") String role,
            @FormParam("sujet") @DefaultValue("") String subject,
            @FormParam("lieu") @DefaultValue("") String place,
            @FormParam("debut") @DefaultValue("") String since,
            @FormParam("fin") @DefaultValue("") String until,
            @FormParam("jour") List<String> days,
            @FormParam("de") @DefaultValue("") String from,
            @FormParam("a") @DefaultValue("") String to,
            @FormParam("raison") @DefaultValue("") String reason,
            @Context Caller caller) {
        Standing giver = desk.giver(caller);
        UUID roleId = id(role);
        if (roleId == null) {
            throw new BadInput("role", "Choisissez un rôle.");
        }
        if (!Subjects.known(subject, giver.world())
                && people.person(personOf(subject)).isEmpty()) {
            throw new BadInput("sujet", "Choisissez une personne ou un groupe.");
        }
        LocalDate last = date("fin", until);
        LocalDate first = date("debut", since);
        String[] scope = place.split(":", 2);
        grants.give(
                caller,
                new Wanted(
                        roleId,
                        subject,
                        scope[0],
                        scope.length > 1 ? id(scope[1]) : null,
                        first == null ? LocalDate.now(clock) : first,
                        last == null ? null : last.plusDays(1),
                        slots(days, from, to),
                        reason));
        return Redirect.to(ROOT + "/" + roleId, t("roles.given"));
    }

    private static UUID personOf(String subject) {
        UUID person = subject.startsWith("PERSON:") ? id(subject.substring("PERSON:".length())) : null;
        return person == null ? new UUID(0, 0) : person;
    }

    private static List<Slot> slots(List<String> days, String from, String to) {
        List<Slot> slots = new ArrayList<>();
        if (days.isEmpty() && from.isBlank() && to.isBlank()) {
            return slots;
        }
        try {
            LocalTime begins = from.isBlank() ? LocalTime.MIN : LocalTime.parse(from.strip());
            LocalTime ends = to.isBlank() ? LocalTime.of(23, 59, 59) : LocalTime.parse(to.strip());
            for (String day : days.isEmpty() ? List.of("1", "2", "3", "4", "5", "6", "7") : days) {
                slots.add(new Slot(Integer.parseInt(day), begins, ends));
            }
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new BadInput("creneau", "Écrivez les heures comme 16:00, et choisissez des jours de la liste.");
        }
        return slots;
    }

    private static @Nullable LocalDate date(String field, String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new BadInput(field, "« " + text + " » n’est pas une date : choisissez un jour dans le calendrier.");
        }
    }

    /** Takes a role back. */
    @POST
    @Path("donnes/{id}/retirer")
    public Response revoke(@PathParam("id") UUID id, @Context Caller caller) {
        desk.giver(caller);
        grants.revoke(caller, id);
        return Redirect.to(ROOT, t("roles.revoked"));
    }

    /** Undoes a change. */
    @POST
    @Path("changements/{id}/annuler")
    public Response undo(@PathParam("id") UUID id, @Context Caller caller) {
        desk.giver(caller);
        grants.undo(caller, id);
        return Redirect.to(ROOT, t("roles.undone"));
    }

    /** What profiles hold. */
    @GET
    @Path("profils")
    public Page profiles(@Context Caller caller) {
        Standing giver = desk.administrator(caller);
        return Page.of(t("profiles.title"), "roles/profiles.jte")
                .with("rights", grants.profileRights(caller.tenantId()))
                .with("world", giver.world());
    }

    /** Changes who holds a right. */
    @POST
    @Path("profils/{right}")
    public Response setProfiles(
            @PathParam("right") String right,
            @FormParam("profil") List<String> profiles,
            @FormParam("age") @DefaultValue("") String age,
            @FormParam("defaut") @DefaultValue("") String standard,
            @Context Caller caller) {
        desk.administrator(caller);
        Choice choice = Choice.read(right, profiles, age, standard);
        grants.setProfiles(caller, choice.right(), choice.profiles(), choice.minAge());
        return Redirect.to(
                ROOT + "/profils#" + choice.right().toString().replace('.', '-').toLowerCase(Locale.ROOT),
                t("profiles.changed"));
    }

    /** Makes somebody an administrator. */
    @POST
    @Path("administration")
    public Response addAdministrator(@FormParam("personne") @DefaultValue("") String person, @Context Caller caller) {
        desk.administrator(caller);
        UUID id = id(person);
        if (id == null) {
            throw new BadInput("personne", "Choisissez une personne.");
        }
        grants.addAdministrator(caller, id);
        return Redirect.to(ROOT, t("roles.administrator.added"));
    }

    /** Ends that. */
    @POST
    @Path("administration/{id}/retirer")
    public Response removeAdministrator(@PathParam("id") UUID id, @Context Caller caller) {
        desk.administrator(caller);
        grants.removeAdministrator(caller, id);
        return Redirect.to(ROOT, t("roles.administrator.removed"));
    }
}
