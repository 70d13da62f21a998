package fr.preau.server.portal.console;

import fr.preau.api.Caller;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.api.web.Ui;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.charter.Acceptances;
import fr.preau.server.charter.Audience;
import fr.preau.server.charter.Charters;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import fr.preau.server.portal.console.PaperDao.Line;
import fr.preau.server.portal.view.CharterPaper;
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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What families and others accepted on paper: a head or an administrator writes it down, for a class or for one person. Thread-safe. */
@Singleton
@Path("console/charte/papier")
@Needs(Who.HEADS)
public final class CharterPaperPages implements CoreResource {
    private final PaperDao paper;
    private final ClassDao classes;
    private final PeopleDao people;
    private final Acceptances acceptances;
    private final Charters charters;
    private final Layout layout;

    @Inject
    CharterPaperPages(Database database, Acceptances acceptances, Charters charters, Layout layout) {
        this.paper = database.core().dao(PaperDao.class);
        this.classes = database.core().dao(ClassDao.class);
        this.people = database.core().dao(PeopleDao.class);
        this.acceptances = acceptances;
        this.charters = charters;
        this.layout = layout;
    }

    /** A class or a person: one of both ids is null. */
    private record Place(
            String name,
            String path,
            @Nullable UUID classId,
            @Nullable UUID person) {}

    private Place ofClass(Caller caller, UUID id) {
        String name = classes.nameOf(caller.administrator(), caller.personId(), id)
                .map(names -> names.replace("\n", ", "))
                .orElseThrow(NotFoundException::new);
        return new Place(name, "console/charte/papier/classes/" + id, id, null);
    }

    private Place ofPerson(Caller caller, UUID id) {
        PeopleDao.Sheet sheet =
                people.sheet(caller.administrator(), caller.personId(), id).orElseThrow(NotFoundException::new);
        return new Place(sheet.firstName() + " " + sheet.lastName(), "console/charte/papier/personnes/" + id, null, id);
    }

    /** The pupils of a class, with those who may sign for them. */
    @GET
    @Path("classes/{id}")
    public Page ofClass(@PathParam("id") UUID id, @Context Caller caller) {
        return page(caller, ofClass(caller, id), Set.of(), null);
    }

    /** One person, or a pupil's guardians. */
    @GET
    @Path("personnes/{id}")
    public Page ofPerson(@PathParam("id") UUID id, @Context Caller caller) {
        return page(caller, ofPerson(caller, id), Set.of(), null);
    }

    private Page page(Caller caller, Place place, Set<String> ticked, @Nullable String error) {
        Ui ui = layout.coreUi();
        CharterPaper view =
                new CharterPaper(place.path(), lines(caller, place), inForce(), ticked, error == null ? "" : error);
        return Page.of(ui.t("paper.title", place.name()), "console/charter-paper.jte")
                .with("view", view)
                .status(error == null ? 200 : 422);
    }

    private List<CharterPaper.Row> lines(Caller caller, Place place) {
        return read(caller, place).stream()
                .map(line -> new CharterPaper.Row(
                        line.key(),
                        line.signer() == null ? "" : line.name(),
                        line.childName(),
                        line.selfWaits(),
                        line.childWaits(),
                        line.selfPaper() || line.childPaper(),
                        line.waits()))
                .toList();
    }

    private List<Line> read(Caller caller, Place place) {
        return paper.lines(caller.administrator(), caller.personId(), place.classId(), place.person());
    }

    /** The versions that a sheet of paper should show, so that nobody records one that was replaced meanwhile. */
    private String inForce() {
        return charters.inForce(EnumSet.allOf(Audience.class)).values().stream()
                .map(charter -> charter.audience().slug() + " " + charter.version())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Writes down who signed in a class. */
    @POST
    @Path("classes/{id}")
    public Object recordClass(
            @PathParam("id") UUID id,
            @FormParam("signe") List<String> signed,
            @FormParam("versions") @DefaultValue("") String versions,
            @Context Caller caller) {
        return write(caller, ofClass(caller, id), signed, versions);
    }

    /** Writes down what one person signed, or who signed for a pupil. */
    @POST
    @Path("personnes/{id}")
    public Object recordPerson(
            @PathParam("id") UUID id,
            @FormParam("signe") List<String> signed,
            @FormParam("versions") @DefaultValue("") String versions,
            @Context Caller caller) {
        return write(caller, ofPerson(caller, id), signed, versions);
    }

    private Object write(Caller caller, Place place, List<String> signed, String versions) {
        Set<String> ticked = Set.copyOf(signed);
        if (ticked.isEmpty()) {
            return page(caller, place, ticked, "paper.error.none");
        }
        return Scope.in(caller.tenantId(), Mode.WRITE, () -> {
            if (!versions.equals(inForce())) {
                return page(caller, place, ticked, "paper.error.stale");
            }
            int count = record(caller, place, ticked);
            return Redirect.to("/" + place.path(), layout.coreUi().t("paper.sent", count));
        });
    }

    private int record(Caller caller, Place place, Set<String> ticked) {
        Set<UUID> own = new LinkedHashSet<>();
        Map<UUID, UUID> children = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        for (Line line : read(caller, place)) {
            UUID signer = line.signer();
            if (signer != null && line.waits() && ticked.contains(line.key())) {
                names.add(line.childName().isEmpty() ? line.name() : line.name() + " (" + line.childName() + ")");
                if (line.selfWaits()) {
                    own.add(signer);
                }
                UUID child = line.child();
                if (child != null && line.childWaits()) {
                    children.putIfAbsent(child, signer);
                }
            }
        }
        return acceptances.recordPaper(caller, own, children, place.name(), String.join(", ", names));
    }
}
