package fr.preau.plugins.cantine.web;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.plugins.cantine.menu.Week;
import fr.preau.plugins.cantine.opendata.OpenData;
import fr.preau.plugins.cantine.opendata.Publisher;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Published menus as open data, for the town's or the State's portal. Thread-safe. */
@Path("export")
@Requires("publish")
@Singleton
public final class ExportPages {
    private final OpenData openData;
    private final Clock clock;

    @Inject
    ExportPages(OpenData openData, Clock clock) {
        this.openData = openData;
        this.clock = clock;
    }

    /** Who publishes, and the file. */
    @GET
    public Page show(
            @Context Caller caller,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to) {
        Optional<Publisher> publisher = openData.publisher();
        Publisher shown = publisher.orElseGet(() -> new Publisher(caller.tenantName(), "", "", ""));
        return page(shown, Map.of(), publisher.isPresent(), from, to, "");
    }

    /** Says who publishes. */
    @POST
    public Object publisher(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("siret") @DefaultValue("") String siret,
            @FormParam("kitchenName") @DefaultValue("") String kitchenName,
            @FormParam("kitchenSiret") @DefaultValue("") String kitchenSiret) {
        Publisher publisher = new Publisher(name, siret, kitchenName, kitchenSiret);
        Map<String, String> faults = publisher.faults();
        if (!faults.isEmpty()) {
            return page(publisher, faults, openData.publisher().isPresent(), "", "", "")
                    .status(422);
        }
        openData.setPublisher(publisher);
        return Redirect.to("export", "C’est enregistré. Vous pouvez télécharger le fichier.");
    }

    /** The file, from one day to another, both included. */
    @GET
    @Path("menus-collectifs.csv")
    public Object file(
            @Context Caller caller,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to) {
        Optional<Publisher> publisher = openData.publisher();
        if (publisher.isEmpty()) {
            return Redirect.to("export");
        }
        Optional<LocalDate> first = Week.parseDay(from);
        Optional<LocalDate> last = Week.parseDay(to);
        if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) {
            return page(publisher.get(), Map.of(), true, from, to, "Donnez deux dates, la première avant la seconde.")
                    .status(422);
        }
        String name = "menus-collectifs-" + first.get() + "-" + last.get() + ".csv";
        return Response.ok(openData.scdl(publisher.get(), first.get(), last.get()), "text/csv;charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private Page page(
            Publisher publisher, Map<String, String> faults, boolean known, String from, String to, String fault) {
        LocalDate monday = Week.of(LocalDate.now(clock)).monday();
        return Page.of("Données ouvertes", "export.jte")
                .with("publisher", publisher)
                .with("faults", faults)
                .with("known", known)
                .with("from", from.isEmpty() ? monday.withDayOfMonth(1).toString() : from)
                .with("to", to.isEmpty() ? monday.plusWeeks(4).plusDays(6).toString() : to)
                .with("fault", fault);
    }
}
