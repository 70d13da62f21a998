package fr.preau.server.portal.console;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import fr.preau.api.web.Page;
import fr.preau.server.Config;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.db.Database;
import fr.preau.server.directory.SchoolYear;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Exchange;
import fr.preau.server.http.Layout;
import fr.preau.server.portal.view.Classes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Classes in the console, and the slips to hand out. Thread-safe. */
@Singleton
@Path("console/classes")
@Needs(Who.TEACHERS)
public final class ClassPages implements CoreResource {
    private final ClassDao classes;
    private final Slips slips;
    private final Layout layout;
    private final Config config;
    private final Clock clock;

    @Inject
    ClassPages(Database database, Slips slips, Layout layout, Config config, Clock clock) {
        this.classes = database.core().dao(ClassDao.class);
        this.slips = slips;
        this.layout = layout;
        this.config = config;
        this.clock = clock;
    }

    /** This year's classes, school by school. */
    @GET
    public Page list(@Context Caller caller) {
        int year = SchoolYear.of(LocalDate.now(clock)).start();
        List<ClassDao.ClassLine> lines =
                classes.classes(caller.administrator(), caller.personId(), caller.tenantId(), year);
        boolean leads = caller.administrator() || caller.is(Profile.HEAD);
        List<Classes.SchoolClasses> schools = classes.schools(caller.administrator(), caller.personId()).stream()
                .map(school -> new Classes.SchoolClasses(
                        school.id().toString(),
                        school.name(),
                        school.uai(),
                        school.commune(),
                        lines.stream()
                                .filter(line -> line.schoolId().equals(school.id()))
                                .map(line -> new Classes.Row(
                                        line.id().toString(),
                                        line.name(),
                                        line.level(),
                                        line.pupils(),
                                        line.teachers(),
                                        line.waiting(),
                                        line.pupils() > 0))
                                .toList()))
                .toList();
        return Page.of(layout.coreUi().t("classes.title"), "console/classes.jte")
                .with("view", new Classes(year + "-" + (year + 1), schools, leads));
    }

    /** The slips of a class, one PDF. A POST, since each printing makes codes. */
    @POST
    @Path("{id}/fiches.pdf")
    @Produces("application/pdf")
    public Response slips(@PathParam("id") UUID id, @Context Caller caller, @Context Exchange exchange) {
        String[] names = classes.nameOf(caller.administrator(), caller.personId(), id)
                .orElseThrow(NotFoundException::new)
                .split("\n", 2);
        byte[] pdf = slips.print(caller, id, names[0], names[1], address(exchange));
        return Response.ok(pdf, "application/pdf")
                .header("Content-Disposition", "inline; filename=\"fiches.pdf\"")
                .build();
    }

    private String address(Exchange exchange) {
        String configured = config.address();
        if (configured != null) {
            return configured;
        }
        var request = exchange.request();
        boolean usual = request.getServerPort() == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + request.getServerPort());
    }
}
