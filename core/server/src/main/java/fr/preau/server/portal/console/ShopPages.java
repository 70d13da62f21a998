package fr.preau.server.portal.console;

import fr.preau.api.Caller;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.audit.Audit;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import fr.preau.server.plugin.Lifecycle;
import fr.preau.server.plugin.Operators;
import fr.preau.server.plugin.PluginFailure;
import fr.preau.server.portal.view.Shop;
import fr.preau.server.repository.Index.Offer;
import fr.preau.server.repository.Index.Release;
import fr.preau.server.repository.Index.Screenshot;
import fr.preau.server.repository.ReceivedJar;
import fr.preau.server.repository.Repositories;
import fr.preau.server.repository.RepositoryLine;
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
import java.util.List;
import java.util.Map;

/** The services that repositories offer: what each will be allowed and keeps, before it is installed. Thread-safe. */
@Singleton
@Path("console/magasin")
@Needs(Who.ADMINISTRATORS)
public final class ShopPages implements CoreResource {
    private final Repositories repositories;
    private final ShopView views;
    private final Installed installed;
    private final Lifecycle lifecycle;
    private final Operators operators;
    private final Audit audit;
    private final Layout layout;

    @Inject
    ShopPages(
            Repositories repositories,
            ShopView views,
            Installed installed,
            Lifecycle lifecycle,
            Operators operators,
            Audit audit,
            Layout layout) {
        this.repositories = repositories;
        this.views = views;
        this.installed = installed;
        this.lifecycle = lifecycle;
        this.operators = operators;
        this.audit = audit;
        this.layout = layout;
    }

    /** All of them, as last read: nobody is waited for. */
    @GET
    public Page list() {
        Map<String, String> here = installed.versions();
        List<Shop.Repository> shown = repositories.list().stream()
                .map(line -> views.repository(line, here))
                .toList();
        return Page.of(layout.coreUi().t("shop.title"), "console/shop.jte").with("view", new Shop(shown));
    }

    /** Reads the repositories again. */
    @POST
    @Path("actualiser")
    public Response refresh() {
        boolean well =
                repositories.refresh().stream().allMatch(line -> line.fault().isEmpty());
        return Redirect.to("/console/magasin", layout.coreUi().t(well ? "shop.refreshed" : "shop.notrefreshed"));
    }

    /** A service in one version, the newest unless said otherwise. */
    @GET
    @Path("{depot}/{id}")
    public Page item(
            @PathParam("depot") int depot,
            @PathParam("id") String id,
            @QueryParam("version") @DefaultValue("") String version,
            @Context Caller caller) {
        return page(offered(depot, id, version), caller, List.of());
    }

    private Page page(Offered offered, Caller caller, List<String> faults) {
        boolean operator = operators.includes(caller);
        return Page.of(offered.offer().title(), "console/shop-item.jte")
                .with("operator", operator)
                .with("view", views.item(layout.coreUi(), offered, caller, operator, faults));
    }

    /** A picture of it, fetched from its repository and compared with the index. */
    @GET
    @Path("{depot}/{id}/{version}/image/{number}")
    public Response picture(
            @PathParam("depot") int depot,
            @PathParam("id") String id,
            @PathParam("version") String version,
            @PathParam("number") int number) {
        Offered offered = offered(depot, id, version);
        List<Screenshot> images = offered.release().screenshots();
        if (number < 0 || number >= images.size()) {
            throw new NotFoundException();
        }
        try {
            var picture = repositories.picture(offered.line(), images.get(number));
            return Response.ok(picture.bytes(), picture.type())
                    .header("Cache-Control", "private, max-age=86400")
                    .build();
        } catch (PluginFailure e) {
            throw new NotFoundException(e);
        }
    }

    /** Gets it, judges it, and puts it in place; the life cycle refuses an older version than the one that is here. */
    @POST
    @Path("{depot}/{id}/installer")
    public Object install(
            @PathParam("depot") int depot,
            @PathParam("id") String id,
            @FormParam("version") @DefaultValue("") String version,
            @Context Caller caller) {
        operators.require(caller);
        Offered offered = offered(depot, id, version);
        List<String> faults;
        try {
            faults = repositories.download(offered.line(), id, offered.release(), jar -> install(jar, caller));
        } catch (PluginFailure e) {
            faults = e.faults();
            audit.record(caller, "plugin.refused", id + " " + offered.release().version(), String.join(" ; ", faults));
        }
        if (!faults.isEmpty()) {
            return page(offered, caller, faults).status(422);
        }
        return Redirect.to(
                "/console/services",
                layout.coreUi().t("shop.installed", offered.offer().title()));
    }

    /** Why it could not be; the journal has that already, as it has what was installed. */
    private List<String> install(ReceivedJar jar, Caller caller) {
        try {
            lifecycle.install(jar.file(), new Lifecycle.Actor(caller.personId(), caller.displayName()));
            return List.of();
        } catch (PluginFailure e) {
            return e.faults();
        }
    }

    private Offered offered(int depot, String id, String version) {
        RepositoryLine line = repositories.list().stream()
                .filter(each -> each.id() == depot)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        Offer offer = line.index().find(id).orElseThrow(NotFoundException::new);
        Release release = version.isEmpty()
                ? offer.newest()
                : offer.versions().stream()
                        .filter(each -> each.version().equals(version))
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
        return new Offered(line, offer, release);
    }

    /** A version of a service in a repository. */
    record Offered(RepositoryLine line, Offer offer, Release release) {
        String path() {
            return "console/magasin/" + line.id() + "/" + offer.id();
        }
    }
}
