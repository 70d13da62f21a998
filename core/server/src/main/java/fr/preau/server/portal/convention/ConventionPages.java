package fr.preau.server.portal.convention;

import fr.preau.api.Authority;
import fr.preau.api.Caller;
import fr.preau.api.web.BadInput;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.convention.Actor;
import fr.preau.server.convention.Approvals;
import fr.preau.server.convention.ArticleLine;
import fr.preau.server.convention.Comparison;
import fr.preau.server.convention.Conventions;
import fr.preau.server.convention.Grid;
import fr.preau.server.convention.Known;
import fr.preau.server.convention.Parties;
import fr.preau.server.convention.SchoolChoice;
import fr.preau.server.convention.StopLine;
import fr.preau.server.convention.Stops;
import fr.preau.server.convention.Template;
import fr.preau.server.convention.Text;
import fr.preau.server.convention.Timeline;
import fr.preau.server.convention.VersionLine;
import fr.preau.server.convention.WaveLine;
import fr.preau.server.convention.Waves;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The convention: what holds, what waits, writing, comparing and signing versions. Thread-safe. */
@Singleton
@Path("console/convention")
@Needs(Who.SIGNED_IN)
public final class ConventionPages implements CoreResource {
    private static final String ROOT = "/console/convention";

    private final Conventions conventions;
    private final Parties parties;
    private final Waves waves;
    private final Stops stops;
    private final Approvals approvals;
    private final Layout layout;
    private final Clock clock;

    @Inject
    ConventionPages(
            Conventions conventions,
            Parties parties,
            Waves waves,
            Stops stops,
            Approvals approvals,
            Layout layout,
            Clock clock) {
        this.conventions = conventions;
        this.parties = parties;
        this.waves = waves;
        this.stops = stops;
        this.approvals = approvals;
        this.layout = layout;
        this.clock = clock;
    }

    /** All in one glance. */
    @GET
    public Page index(@Context Caller caller) {
        int tenant = caller.tenantId();
        Desk desk = Desk.of(parties, caller);
        List<VersionLine> versions = conventions.versions(tenant);
        Text inForce = conventions
                .present(versions)
                .flatMap(line -> conventions.text(tenant, line.version()))
                .orElse(null);
        VersionLine open = versions.stream()
                .filter(line -> line.isDraft() || line.isProposed())
                .findFirst()
                .orElse(null);
        List<StopLine> stopped = stops.list(tenant);
        List<WaveLine> deployed = waves.list(tenant);
        Text shown = inForce == null && open != null
                ? conventions.text(tenant, open.version()).orElse(null)
                : inForce;
        ConventionView view = new ConventionView(
                desk,
                inForce,
                open,
                versions,
                parties.list(tenant),
                parties.delegates(tenant),
                approvals.of(tenant),
                shown == null ? null : grid(tenant, shown, stopped),
                Timeline.of(
                        versions, deployed, stopped, shown == null ? Map.of() : shown.titles(), LocalDate.now(clock)),
                stopped.stream().filter(stop -> stop.holds(clock.instant())).toList(),
                deployed.stream().filter(wave -> wave.withdrawnBy() == null).toList());
        return page("convention.title", "convention/index.jte").with("view", view);
    }

    private @Nullable Grid grid(int tenant, Text text, List<StopLine> stopped) {
        List<SchoolChoice> schools = waves.schools(tenant);
        return schools.isEmpty() || text.services().isEmpty()
                ? null
                : Grid.of(text, schools, waves.openings(tenant), stopped, clock.instant());
    }

    private Page page(String key, String template) {
        return Page.of(layout.coreUi().t(key), template);
    }

    private String t(String key) {
        return layout.coreUi().t(key);
    }

    private Response back(String path, String key) {
        return Redirect.to(ROOT + path, t(key));
    }

    /** Starts the convention from a template: a delegate may, or the administrator of an ENT that has no party yet. */
    @POST
    @Path("commencer")
    public Response start(@FormParam("modele") @DefaultValue("COMMUNE") String template, @Context Caller caller) {
        Desk desk = Desk.of(parties, caller);
        if (!desk.acts() && !caller.administrator()) {
            throw new ForbiddenException();
        }
        int version = conventions.start(caller.tenantId(), template(template), caller.tenantName(), Actor.of(caller));
        return back("/versions/" + version, "convention.started");
    }

    private static Template template(String text) {
        try {
            return Template.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput("modele", "Choisissez un texte type de la liste.");
        }
    }

    /** A version: to read, and while it is a draft to write. */
    @GET
    @Path("versions/{version}")
    public Page version(@PathParam("version") int version, @Context Caller caller) {
        Desk desk = Desk.of(parties, caller);
        Text text = text(caller, version);
        List<Known> unlisted = text.line().isDraft() ? conventions.unlisted(caller.tenantId(), text) : List.of();
        return page("convention.version.title", "convention/version.jte")
                .with("text", text)
                .with("desk", desk)
                .with("unlisted", unlisted)
                .with("before", before(caller, version));
    }

    private Text text(Caller caller, int version) {
        return conventions.text(caller.tenantId(), version).orElseThrow(NotFoundException::new);
    }

    private int before(Caller caller, int version) {
        return conventions.versions(caller.tenantId()).stream()
                .filter(line -> line.version() < version && line.isComplete())
                .mapToInt(VersionLine::version)
                .max()
                .orElse(0);
    }

    /** Writes the frame and the articles of a draft. */
    @POST
    @Needs(Who.DELEGATES)
    @Path("versions/{version}/texte")
    public Response write(
            @PathParam("version") int version,
            @FormParam("titre") @DefaultValue("") String title,
            @FormParam("note") @DefaultValue("") String note,
            @FormParam("debut") @DefaultValue("") String begins,
            @FormParam("fin") @DefaultValue("") String ends,
            @FormParam("article") List<String> titles,
            @FormParam("contenu") List<String> bodies,
            @Context Caller caller) {
        List<ArticleLine> articles = new ArrayList<>();
        for (int i = 0; i < Math.min(titles.size(), bodies.size()); i++) {
            articles.add(new ArticleLine(i + 1, titles.get(i), bodies.get(i).replace("\r\n", "\n")));
        }
        Actor actor = Actor.of(caller);
        conventions.writeFrame(
                caller.tenantId(),
                version,
                title,
                note,
                Dates.required("debut", begins),
                Dates.optional("fin", ends),
                actor);
        conventions.writeArticles(caller.tenantId(), version, articles, actor);
        return back("/versions/" + version, "convention.saved");
    }

    /** Writes what a draft says about a service. */
    @POST
    @Needs(Who.DELEGATES)
    @Path("versions/{version}/services/{plugin}")
    public Response service(
            @PathParam("version") int version,
            @PathParam("plugin") String plugin,
            @FormParam("autorite") @DefaultValue("") String authority,
            @FormParam("responsable") @DefaultValue("") String controller,
            @FormParam("finalite") @DefaultValue("") String purpose,
            @FormParam("donnees") @DefaultValue("") String data,
            @Context Caller caller) {
        conventions.writeService(
                caller.tenantId(),
                version,
                plugin,
                authority(authority),
                controller,
                purpose,
                data.replace("\r\n", "\n"),
                Actor.of(caller));
        return back("/versions/" + version + "#service-" + plugin, "convention.saved");
    }

    private static Authority authority(String text) {
        try {
            return Authority.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput("autorite", "Choisissez qui décide de ce service.");
        }
    }

    /** Takes a service into a draft. */
    @POST
    @Needs(Who.DELEGATES)
    @Path("versions/{version}/services/{plugin}/ajouter")
    public Response add(@PathParam("version") int version, @PathParam("plugin") String plugin, @Context Caller caller) {
        conventions.addService(caller.tenantId(), version, plugin, Actor.of(caller));
        return back("/versions/" + version + "#service-" + plugin, "convention.service.added");
    }

    /** Leaves a service out of a draft. */
    @POST
    @Needs(Who.DELEGATES)
    @Path("versions/{version}/services/{plugin}/retirer")
    public Response drop(
            @PathParam("version") int version, @PathParam("plugin") String plugin, @Context Caller caller) {
        conventions.dropService(caller.tenantId(), version, plugin, Actor.of(caller));
        return back("/versions/" + version, "convention.service.dropped");
    }

    /** Proposes a draft for signature. */
    @POST
    @Needs(Who.DELEGATES)
    @Path("versions/{version}/proposer")
    public Response propose(
            @PathParam("version") int version,
            @FormParam("echeance") @DefaultValue("") String due,
            @Context Caller caller) {
        conventions.propose(caller.tenantId(), version, Dates.optional("echeance", due), Actor.of(caller));
        return back("/versions/" + version + "/signer", "convention.proposed");
    }

    /** Gives a version up. */
    @POST
    @Needs(Who.DELEGATES)
    @Path("versions/{version}/retirer")
    public Response withdraw(@PathParam("version") int version, @Context Caller caller) {
        conventions.withdraw(caller.tenantId(), version, Actor.of(caller));
        return back("", "convention.withdrawn");
    }

    /** Begins an amendment. */
    @POST
    @Needs(Who.DELEGATES)
    @Path("avenant")
    public Response amend(@Context Caller caller) {
        int version = conventions.amend(caller.tenantId(), Actor.of(caller));
        return back("/versions/" + version, "convention.amended");
    }

    /** Two versions side by side: unless they are named, the latest and the one before. */
    @GET
    @Path("comparer")
    public Page compare(
            @QueryParam("de") @DefaultValue("0") int from,
            @QueryParam("a") @DefaultValue("0") int to,
            @Context Caller caller) {
        Desk.of(parties, caller);
        List<VersionLine> versions = conventions.versions(caller.tenantId());
        int after = to == 0 && !versions.isEmpty() ? versions.get(0).version() : to;
        int before = from == 0 ? Math.max(1, after - 1) : from;
        return page("convention.compare.title", "convention/compare.jte")
                .with("comparison", Comparison.of(text(caller, before), text(caller, after)))
                .with("versions", versions);
    }

    /** What there is to sign in a version. */
    @GET
    @Path("versions/{version}/signer")
    public Page signing(@PathParam("version") int version, @Context Caller caller) {
        Desk desk = Desk.of(parties, caller);
        Text text = text(caller, version);
        if (text.line().isDraft()) {
            throw new NotFoundException();
        }
        return page("convention.sign.title", "convention/sign.jte")
                .with("text", text)
                .with("desk", desk)
                .with("before", before(caller, version));
    }

    /** Signs what was ticked. */
    @POST
    @Needs(Who.DELEGATES)
    @Path("versions/{version}/signer")
    public Response sign(
            @PathParam("version") int version,
            @FormParam("partie") @DefaultValue("") String party,
            @FormParam("tout") @DefaultValue("") String whole,
            @FormParam("service") List<String> services,
            @Context Caller caller) {
        List<String> signed = new ArrayList<>(services);
        signed.removeIf(String::isEmpty);
        if (!whole.isEmpty()) {
            signed.add("");
        }
        int count = conventions.sign(caller.tenantId(), version, id("partie", party), signed, Actor.of(caller));
        return Redirect.to(
                ROOT + "/versions/" + version + "/signer", layout.coreUi().t("convention.signed", count));
    }

    /** Sends a proposed version back. */
    @POST
    @Needs(Who.DELEGATES)
    @Path("versions/{version}/refuser")
    public Response sendBack(
            @PathParam("version") int version,
            @FormParam("raison") @DefaultValue("") String reason,
            @Context Caller caller) {
        conventions.sendBack(caller.tenantId(), version, reason, Actor.of(caller));
        return back("", "convention.sentback");
    }

    static UUID id(String field, String text) {
        UUID id = idOrNull(text);
        if (id == null) {
            throw new BadInput(field, "Choisissez dans la liste.");
        }
        return id;
    }

    static @Nullable UUID idOrNull(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Dates that people choose. */
    static final class Dates {
        private Dates() {}

        static LocalDate required(String field, String text) {
            LocalDate date = optional(field, text);
            if (date == null) {
                throw new BadInput(field, "Choisissez une date.");
            }
            return date;
        }

        @Nullable
        static LocalDate optional(String field, String text) {
            try {
                return text.isBlank() ? null : LocalDate.parse(text.strip());
            } catch (java.time.format.DateTimeParseException e) {
                throw new BadInput(
                        field, "« " + text + " » n’est pas une date : choisissez un jour dans le calendrier.");
            }
        }
    }
}
