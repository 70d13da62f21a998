package fr.preau.server.portal.console;

import fr.preau.api.Caller;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.api.web.Ui;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.charter.Ages;
import fr.preau.server.charter.Audience;
import fr.preau.server.charter.CharterEditing;
import fr.preau.server.charter.CharterVersion;
import fr.preau.server.charter.Charters;
import fr.preau.server.charter.Statistics;
import fr.preau.server.db.Database;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import fr.preau.server.portal.view.CharterHistory;
import fr.preau.server.portal.view.CharterOverview;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The charters in the console: what is in force for whom, what was before, the ages. Delegates of the convention read. Thread-safe. */
@Singleton
@Path("console/charte")
@Needs({Who.ADMINISTRATORS, Who.DELEGATES})
public final class CharterDesk implements CoreResource {
    private final Charters charters;
    private final CharterEditing editing;
    private final Statistics statistics;
    private final Layout layout;

    @Inject
    CharterDesk(Charters charters, CharterEditing editing, Database database, Layout layout) {
        this.charters = charters;
        this.editing = editing;
        this.statistics = database.core().dao(Statistics.class);
        this.layout = layout;
    }

    /** All audiences. */
    @GET
    public Page overview() {
        return overview(charters.ages(), Map.of());
    }

    private Page overview(Ages ages, Map<String, String> errors) {
        Map<Audience, CharterVersion> inForce = charters.inForce(EnumSet.allOf(Audience.class));
        Set<Audience> drafts = charters.drafts();
        Map<Audience, Statistics.Count> counts = statistics.byAudience().stream()
                .collect(Collectors.toMap(Statistics.Count::audience, Function.identity()));
        List<CharterOverview.Row> rows = inForce.values().stream()
                .map(charter -> {
                    Statistics.Count count = Objects.requireNonNullElse(
                            counts.get(charter.audience()), new Statistics.Count(charter.audience(), 0, 0, 0));
                    return new CharterOverview.Row(
                            charter,
                            count.accepted(),
                            count.paper(),
                            count.total(),
                            drafts.contains(charter.audience()));
                })
                .toList();
        return Page.of(layout.coreUi().t("charters.title"), "console/charter.jte")
                .with("view", new CharterOverview(rows, ages, errors))
                .status(errors.isEmpty() ? 200 : 422);
    }

    /** Sets the ages. */
    @POST
    @Needs(Who.ADMINISTRATORS)
    @Path("ages")
    public Object setAges(
            @FormParam("accord") @DefaultValue("") String consent,
            @FormParam("images") @DefaultValue("") String young,
            @Context Caller caller) {
        Map<String, String> errors = new LinkedHashMap<>();
        Ages ages = new Ages(age("accord", consent, errors), age("images", young, errors));
        if (!errors.isEmpty()) {
            return overview(charters.ages(), errors);
        }
        editing.setAges(caller, ages);
        return Redirect.to("/console/charte", layout.coreUi().t("charters.ages.saved"));
    }

    private static int age(String field, String typed, Map<String, String> errors) {
        int age = typed.strip().matches("\\d{1,2}") ? Integer.parseInt(typed.strip()) : -1;
        if (age < 0 || age > Ages.OLDEST) {
            errors.put(field, "charters.error.age");
        }
        return age;
    }

    /** One audience: what is in force, what was before. */
    @GET
    @Path("{public}")
    public Page audience(@PathParam("public") String slug) {
        return page(slug, 0);
    }

    /** One version. */
    @GET
    @Path("{public}/versions/{version}")
    public Page version(@PathParam("public") String slug, @PathParam("version") int version) {
        return page(slug, version);
    }

    private Page page(String slug, int version) {
        Audience audience = Audience.of(slug).orElseThrow(NotFoundException::new);
        Charters.History history = charters.history(audience);
        CharterVersion shown = version == 0
                ? history.inForce()
                : history.published().stream()
                        .filter(each -> each.version() == version)
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
        Ui ui = layout.coreUi();
        return Page.of(ui.t("charters.audience.title", ui.t(audience.key() + ".for")), "console/charter-history.jte")
                .with("view", new CharterHistory(history.draft().orElse(null), history.published(), shown));
    }
}
