package fr.preau.server.portal.convention;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import fr.preau.api.web.BadInput;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.convention.Actor;
import fr.preau.server.convention.Conventions;
import fr.preau.server.convention.Grid;
import fr.preau.server.convention.Parties;
import fr.preau.server.convention.SchoolChoice;
import fr.preau.server.convention.ServiceLine;
import fr.preau.server.convention.Stops;
import fr.preau.server.convention.Text;
import fr.preau.server.convention.Waves;
import fr.preau.server.db.Database;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deployment, stops and delegates. Thread-safe. */
@Singleton
@Path("console/convention")
@Needs(Who.SIGNED_IN)
public final class DeploymentPages implements CoreResource {
    private final Conventions conventions;
    private final Parties parties;
    private final Waves waves;
    private final Stops stops;
    private final PersonSearchDao people;
    private final Layout layout;
    private final Clock clock;

    @Inject
    DeploymentPages(
            Database database,
            Conventions conventions,
            Parties parties,
            Waves waves,
            Stops stops,
            Layout layout,
            Clock clock) {
        this.people = database.core().dao(PersonSearchDao.class);
        this.conventions = conventions;
        this.parties = parties;
        this.waves = waves;
        this.stops = stops;
        this.layout = layout;
        this.clock = clock;
    }

    private String t(String key) {
        return layout.coreUi().t(key);
    }

    /** Pilot schools and waves. */
    @GET
    @Path("deploiement")
    public Page deployment(@Context Caller caller) {
        Desk desk = Desk.of(parties, caller);
        int tenant = caller.tenantId();
        Text text = text(tenant).orElse(null);
        List<SchoolChoice> schools = waves.schools(tenant);
        return Page.of(t("deployment.title"), "convention/deployment.jte")
                .with("desk", desk)
                .with("waves", waves.list(tenant))
                .with("schools", schools)
                .with("services", text == null ? List.of() : text.services())
                .with("grid", grid(tenant, text, schools))
                .with("today", LocalDate.now(clock));
    }

    /** The services of the version in force or, before any is, of the latest. */
    private List<ServiceLine> services(int tenant) {
        return text(tenant).map(Text::services).orElse(List.of());
    }

    private Optional<Text> text(int tenant) {
        return conventions
                .inForce(tenant)
                .or(() -> conventions.versions(tenant).stream()
                        .findFirst()
                        .flatMap(line -> conventions.text(tenant, line.version())));
    }

    private @Nullable Grid grid(int tenant, @Nullable Text text, List<SchoolChoice> schools) {
        return text == null || schools.isEmpty() || text.services().isEmpty()
                ? null
                : Grid.of(text, schools, waves.openings(tenant), stops.list(tenant), clock.instant());
    }

    /** Proposes a deployment. */
    @POST
    @Needs(Who.DELEGATES)
    @Path("deploiement")
    public Response propose(
            @FormParam("nom") @DefaultValue("") String name,
            @FormParam("pilote") @DefaultValue("") String pilot,
            @FormParam("service") @DefaultValue("") String plugin,
            @FormParam("debut") @DefaultValue("") String since,
            @FormParam("echeance") @DefaultValue("") String due,
            @FormParam("ecole") List<String> schools,
            @Context Caller caller) {
        waves.propose(
                caller.tenantId(),
                new Waves.Plan(
                        name,
                        !pilot.isEmpty(),
                        plugin,
                        ConventionPages.Dates.required("debut", since),
                        ConventionPages.Dates.optional("echeance", due),
                        schools.stream()
                                .map(school -> ConventionPages.id("ecole", school))
                                .toList()),
                Actor.of(caller));
        return Redirect.to("/console/convention/deploiement", t("deployment.proposed"));
    }

    /** Accepts a deployment. */
    @POST
    @Needs(Who.DELEGATES)
    @Path("deploiement/{id}/accepter")
    public Response accept(@PathParam("id") UUID id, @Context Caller caller) {
        waves.accept(caller.tenantId(), id, Actor.of(caller));
        return Redirect.to("/console/convention/deploiement", t("deployment.accepted"));
    }

    /** Takes a deployment back. */
    @POST
    @Needs(Who.DELEGATES)
    @Path("deploiement/{id}/retirer")
    public Response withdraw(@PathParam("id") UUID id, @Context Caller caller) {
        waves.withdraw(caller.tenantId(), id, Actor.of(caller));
        return Redirect.to("/console/convention/deploiement", t("deployment.withdrawn"));
    }

    /** Stops: those that hold, those that were, and a form. */
    @GET
    @Path("arrets")
    public Page stops(@QueryParam("service") @DefaultValue("") String plugin, @Context Caller caller) {
        Desk desk = Desk.of(parties, caller);
        int tenant = caller.tenantId();
        return Page.of(t("stops.title"), "convention/stops.jte")
                .with("desk", desk)
                .with("stops", stops.list(tenant))
                .with("schools", waves.schools(tenant))
                .with("services", services(tenant))
                .with("chosen", plugin)
                .with("now", clock.instant());
    }

    /** Stops at once. */
    @POST
    @Needs(Who.DELEGATES)
    @Path("arrets")
    public Response stop(
            @FormParam("service") @DefaultValue("") String plugin,
            @FormParam("ecole") @DefaultValue("") String school,
            @FormParam("de") @DefaultValue("") String from,
            @FormParam("vers") @DefaultValue("") String to,
            @FormParam("raison") @DefaultValue("") String reason,
            @FormParam("fin") @DefaultValue("") String until,
            @Context Caller caller) {
        stops.stop(
                caller.tenantId(),
                new Stops.Order(
                        plugin,
                        school.isEmpty() ? null : ConventionPages.id("ecole", school),
                        profile(from),
                        profile(to),
                        reason,
                        moment(until)),
                Actor.of(caller));
        return Redirect.to("/console/convention/arrets", t("stops.stopped"));
    }

    private static @Nullable Profile profile(String text) {
        try {
            return text.isEmpty() ? null : Profile.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput("de", "Choisissez un profil de la liste.");
        }
    }

    private static @Nullable Instant moment(String text) {
        try {
            return text.isBlank()
                    ? null
                    : LocalDateTime.parse(text.strip()).atZone(Database.ZONE).toInstant();
        } catch (DateTimeParseException e) {
            throw new BadInput("fin", "« " + text + " » n’est pas un jour et une heure.");
        }
    }

    /** Lifts a stop. */
    @POST
    @Needs(Who.DELEGATES)
    @Path("arrets/{id}/lever")
    public Response lift(@PathParam("id") UUID id, @Context Caller caller) {
        stops.lift(caller.tenantId(), id, Actor.of(caller));
        return Redirect.to("/console/convention/arrets", t("stops.lifted"));
    }

    /** Parties and their delegates; a search for somebody to name. */
    @GET
    @Path("parties")
    public Page parties(@QueryParam("q") @DefaultValue("") String query, @Context Caller caller) {
        Desk desk = Desk.of(parties, caller);
        int tenant = caller.tenantId();
        List<PersonSearchDao.Found> found =
                query.isBlank() || !desk.acts() ? List.of() : people.grownUps(query.strip());
        return Page.of(t("parties.title"), "convention/parties.jte")
                .with("desk", desk)
                .with("parties", parties.list(tenant))
                .with("delegates", parties.delegates(tenant))
                .with("query", query.strip())
                .with("found", found);
    }

    /** Names a delegate. */
    @POST
    @Needs(Who.DELEGATES)
    @Path("parties/{party}/delegues")
    public Response name(
            @PathParam("party") UUID party,
            @FormParam("personne") @DefaultValue("") String person,
            @FormParam("qualite") @DefaultValue("") String quality,
            @Context Caller caller) {
        parties.name(caller.tenantId(), party, ConventionPages.idOrNull(person), quality, Actor.of(caller));
        return Redirect.to("/console/convention/parties", t("parties.named"));
    }

    /** Renames a party. */
    @POST
    @Needs(Who.DELEGATES)
    @Path("parties/{party}/nom")
    public Response rename(
            @PathParam("party") UUID party, @FormParam("nom") @DefaultValue("") String name, @Context Caller caller) {
        parties.rename(caller.tenantId(), party, name, Actor.of(caller));
        return Redirect.to("/console/convention/parties", t("parties.renamed"));
    }

    /** Ends a delegation. */
    @POST
    @Needs(Who.DELEGATES)
    @Path("delegues/{id}/fin")
    public Response end(@PathParam("id") UUID id, @Context Caller caller) {
        parties.end(caller.tenantId(), id, Actor.of(caller));
        return Redirect.to("/console/convention/parties", t("parties.ended"));
    }
}
