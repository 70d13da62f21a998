package fr.preau.server.portal.convention;

import fr.preau.api.web.Page;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.convention.Conventions;
import fr.preau.server.convention.Stops;
import fr.preau.server.convention.Text;
import fr.preau.server.convention.Waves;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import fr.preau.server.http.View;
import fr.preau.server.portal.Pdf;
import fr.preau.server.tenancy.Tenants;
import fr.preau.server.tenancy.Tenants.Tenant;
import gg.jte.output.StringOutput;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For everybody, signed in or not: who decides what, which services run where, which data they keep. Names of signatories are
 * public, as under the paper; no other person is named. Thread-safe.
 */
@Singleton
@Path("convention")
@Needs(Who.ANYBODY)
public final class PublicConventionPages implements CoreResource {
    private final Tenants tenants;
    private final Conventions conventions;
    private final Waves waves;
    private final Stops stops;
    private final Layout layout;
    private final View view;
    private final Clock clock;

    @Inject
    PublicConventionPages(
            Tenants tenants, Conventions conventions, Waves waves, Stops stops, Layout layout, View view, Clock clock) {
        this.tenants = tenants;
        this.conventions = conventions;
        this.waves = waves;
        this.stops = stops;
        this.layout = layout;
        this.view = view;
        this.clock = clock;
    }

    /** The one of this server, or the list of all. */
    @GET
    public Page any() {
        List<Tenant> all = tenants.list();
        return all.size() == 1
                ? page(all.get(0))
                : Page.of(layout.coreUi().t("convention.public.all"), "convention/all.jte")
                        .with("tenants", all);
    }

    /** Of one ENT. */
    @GET
    @Path("{slug}")
    public Page one(@PathParam("slug") String slug) {
        return page(find(slug));
    }

    private Tenant find(String slug) {
        return tenants.find(slug).orElseThrow(NotFoundException::new);
    }

    private Page page(Tenant tenant) {
        Page page = Page.of(layout.coreUi().t("convention.public.title", tenant.name()), "convention/public.jte");
        model(tenant).forEach(page::with);
        return page;
    }

    private Map<String, @Nullable Object> model(Tenant tenant) {
        int id = tenant.id();
        Text text = conventions.inForce(id).orElse(null);
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("tenant", tenant);
        model.put("text", text);
        model.put("open", waves.openNow(id));
        model.put(
                "stops",
                stops.list(id).stream()
                        .filter(stop -> stop.holds(clock.instant()))
                        .toList());
        return model;
    }

    /** To print. */
    @GET
    @Path("{slug}/convention.pdf")
    public Response pdf(@PathParam("slug") String slug) {
        Map<String, @Nullable Object> model = model(find(slug));
        if (model.get("text") == null) {
            throw new NotFoundException();
        }
        model.put("today", java.time.LocalDate.now(clock));
        StringOutput html = new StringOutput();
        view.templates().render("convention/paper.jte", layout.coreUi(), model, html);
        return Response.ok(Pdf.of(html.toString()), "application/pdf")
                .header("Content-Disposition", "inline; filename=\"convention-" + slug + ".pdf\"")
                .build();
    }
}
