package fr.preau.server.portal.console;

import fr.preau.api.Caller;
import fr.preau.api.web.BadInput;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.audit.Audit;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A substitute teacher: a membership of a class from one day to another, given by the head of the school. It ends by itself, and
 * imports leave it alone, since they end only what they brought. Thread-safe.
 */
@Singleton
@Path("console/classes/{id}/remplacement")
@Needs(Who.HEADS)
public final class SubstitutePages implements CoreResource {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Dao dao;
    private final Audit audit;
    private final Layout layout;
    private final Clock clock;

    @Inject
    SubstitutePages(Database database, Audit audit, Layout layout, Clock clock) {
        this.dao = database.core().dao(Dao.class);
        this.audit = audit;
        this.layout = layout;
        this.clock = clock;
    }

    /** A class that the caller heads. */
    public record Place(UUID id, UUID schoolId, String name, String schoolName) {}

    /** A teacher to choose. */
    public record Teacher(UUID id, String name) {}

    /** A replacement that goes on or will. */
    public record Replacement(
            UUID id, String name, LocalDate since, @Nullable LocalDate until) {
        /** Its last day, null if it has none. */
        public @Nullable LocalDate last() {
            return until == null ? null : until.minusDays(1);
        }
    }

    private Place place(UUID id, Caller caller) {
        return dao.place(id, caller.administrator(), caller.personId()).orElseThrow(NotFoundException::new);
    }

    /** The replacements of a class, and a form. */
    @GET
    public Page form(@PathParam("id") UUID id, @Context Caller caller) {
        Place place = place(id, caller);
        return Page.of(layout.coreUi().t("substitute.title", place.name()), "console/substitute.jte")
                .with("place", place)
                .with("teachers", dao.teachers())
                .with("replacements", dao.replacements(id))
                .with("today", LocalDate.now(clock));
    }

    /** Adds one. */
    @POST
    public Response add(
            @PathParam("id") UUID id,
            @FormParam("personne") @DefaultValue("") String person,
            @FormParam("debut") @DefaultValue("") String since,
            @FormParam("fin") @DefaultValue("") String last,
            @Context Caller caller) {
        Place place = place(id, caller);
        LocalDate first = date("debut", since);
        LocalDate end = date("fin", last);
        if (end.isBefore(first)) {
            throw new BadInput("fin", "Le remplacement doit finir après avoir commencé.");
        }
        UUID teacher = uuid(person);
        boolean added = Scope.in(caller.tenantId(), Mode.WRITE, () -> {
            boolean done = dao.add(teacher, place.schoolId(), id, first, end.plusDays(1)) > 0;
            if (done) {
                String details = words(place) + ", du " + DAY.format(first) + " au " + DAY.format(end);
                audit.recordAbout(caller, "substitute.add", teacher, details);
            }
            return done;
        });
        if (!added) {
            throw new BadInput(
                    "personne", "Choisissez une personne qui enseigne, et qui n’est pas déjà de cette classe.");
        }
        return Redirect.to(
                "/console/classes/" + id + "/remplacement", layout.coreUi().t("substitute.added"));
    }

    /** Ends one today. */
    @POST
    @Path("{membership}/fin")
    public Response end(@PathParam("id") UUID id, @PathParam("membership") UUID membership, @Context Caller caller) {
        Place place = place(id, caller);
        Scope.run(caller.tenantId(), Mode.WRITE, () -> {
            UUID teacher = dao.end(membership, id).orElseThrow(NotFoundException::new);
            audit.recordAbout(caller, "substitute.end", teacher, words(place));
        });
        return Redirect.to(
                "/console/classes/" + id + "/remplacement", layout.coreUi().t("substitute.ended"));
    }

    private static String words(Place place) {
        return place.name() + ", " + place.schoolName();
    }

    private static LocalDate date(String field, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new BadInput(field, "« " + text + " » n’est pas une date : choisissez un jour dans le calendrier.");
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput("personne", "Choisissez une personne.");
        }
    }

    /** For this page. */
    interface Dao {
        @SqlQuery(
                "select c.id, c.school_id, c.name, c.school_name from ent.class c where c.id = :id and (:admin or exists ("
                        + "select from ent.membership m where m.person_id = :me and m.role = 'HEAD' and m.school_id = c.school_id))")
        @RegisterConstructorMapper(Place.class)
        Optional<Place> place(UUID id, boolean admin, UUID me);

        @SqlQuery("select id, display_name as name from ent.person where profile in ('TEACHER', 'HEAD') order by name")
        @RegisterConstructorMapper(Teacher.class)
        List<Teacher> teachers();

        @SqlQuery("select m.id, p.display_name as name, m.since, m.until from core.membership m "
                + "join ent.person p on p.id = m.person_id where m.class_id = :id and m.source = 'REMPLACEMENT' "
                + "and (m.until is null or m.until > current_date) order by m.since")
        @RegisterConstructorMapper(Replacement.class)
        List<Replacement> replacements(UUID id);

        @SqlUpdate("insert into core.membership (person_id, school_id, class_id, role, since, until, source) "
                + "select p.id, :school, :classId, 'TEACHER', :since, :until, 'REMPLACEMENT' from core.person p "
                + "where p.id = :person and p.profile in ('TEACHER', 'HEAD') and not exists ("
                + "select from core.membership m where m.person_id = p.id and m.class_id = :classId and m.role = 'TEACHER' "
                + "and (m.until is null or m.until > :since))")
        int add(UUID person, UUID school, UUID classId, LocalDate since, LocalDate until);

        @SqlQuery(
                "update core.membership set until = greatest(current_date, since) where id = :id and class_id = :classId "
                        + "and source = 'REMPLACEMENT' and (until is null or until > current_date) returning person_id")
        Optional<UUID> end(UUID id, UUID classId);
    }
}
