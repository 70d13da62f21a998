package fr.preau.server.portal.console;

import fr.preau.api.Caller;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.api.web.Ui;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.charter.Audience;
import fr.preau.server.charter.CharterEditing;
import fr.preau.server.charter.CharterIcons;
import fr.preau.server.charter.CharterText;
import fr.preau.server.charter.CharterVersion;
import fr.preau.server.charter.Charters;
import fr.preau.server.charter.Comparison;
import fr.preau.server.charter.Statistics;
import fr.preau.server.db.Database;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import fr.preau.server.portal.view.Charter;
import fr.preau.server.portal.view.CharterComparison;
import fr.preau.server.portal.view.CharterDraft;
import fr.preau.server.portal.view.CharterFamily;
import fr.preau.server.portal.view.CharterPublication;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writing a charter: the form, the preview, the comparison, the publication. Delegates of the convention write
 * too; administrators publish. Thread-safe. */
@Singleton
@Path("console/charte/{public}/brouillon")
@Needs({Who.ADMINISTRATORS, Who.DELEGATES})
public final class CharterDraftPages implements CoreResource {
    private static final int LONGEST_NOTE = 500;

    private final Charters charters;
    private final CharterEditing editing;
    private final Statistics statistics;
    private final Layout layout;

    @Inject
    CharterDraftPages(Charters charters, CharterEditing editing, Database database, Layout layout) {
        this.charters = charters;
        this.editing = editing;
        this.statistics = database.core().dao(Statistics.class);
        this.layout = layout;
    }

    private static Audience audience(String slug) {
        return Audience.of(slug).orElseThrow(NotFoundException::new);
    }

    private CharterVersion draft(Audience audience) {
        return charters.history(audience).draft().orElseThrow(NotFoundException::new);
    }

    private static String path(Audience audience) {
        return "/console/charte/" + audience.slug();
    }

    /** Starts a draft from what is in force. */
    @POST
    @Path("commencer")
    public Response start(@PathParam("public") String slug, @Context Caller caller) {
        Audience audience = audience(slug);
        editing.start(caller, audience);
        return Redirect.to(path(audience) + "/brouillon");
    }

    /** The form. */
    @GET
    public Object form(@PathParam("public") String slug) {
        Audience audience = audience(slug);
        Optional<CharterVersion> draft = charters.history(audience).draft();
        return draft.isEmpty()
                ? Redirect.to(path(audience))
                : form(draft.get(), draft.get().text(), Map.of(), false);
    }

    private Page form(CharterVersion draft, CharterText text, Map<String, String> errors, boolean changed) {
        Ui ui = layout.coreUi();
        CharterDraft view = new CharterDraft(
                draft.audience(), draft.version(), draft.revision(), text, errors, changed, CharterIcons.ALL);
        return Page.of(title(ui, "charters.draft.title", draft), "console/charter-draft.jte")
                .with("view", view)
                .status(changed ? 409 : errors.isEmpty() ? 200 : 422);
    }

    private static String title(Ui ui, String key, CharterVersion draft) {
        return ui.t(key, ui.t(draft.audience().key() + ".for"));
    }

    /** Saves what was written, and goes where its button leads. */
    @POST
    @Consumes("application/x-www-form-urlencoded")
    public Object save(
            @PathParam("public") String slug, MultivaluedMap<String, String> fields, @Context Caller caller) {
        Audience audience = audience(slug);
        CharterVersion draft = draft(audience);
        CharterDraftForm given = CharterDraftForm.read(fields);
        boolean publish = given.action().equals("publier");
        Map<String, String> errors =
                publish ? given.text().faults() : given.text().tooLong();
        if (!errors.isEmpty()) {
            return form(draft, given.text(), errors, false);
        }
        if (!editing.save(caller, audience, given.revision(), given.text())) {
            return form(draft(audience), given.text(), Map.of(), true);
        }
        return switch (given.action()) {
            case "apercu", "comparer", "publier" -> Redirect.to(path(audience) + "/brouillon/" + given.action());
            case "ajouter", "monter", "descendre", "retirer" ->
                Redirect.to(path(audience) + "/brouillon" + (given.article() < 0 ? "" : "#article-" + given.article()));
            default ->
                Redirect.to(path(audience) + "/brouillon", layout.coreUi().t("charters.draft.saved"));
        };
    }

    /** The draft as people will see it. */
    @GET
    @Path("apercu")
    public Page preview(@PathParam("public") String slug) {
        CharterVersion draft = draft(audience(slug));
        Charter view = new Charter(draft, Charter.State.PREVIEW, false, false, null, null, "", CharterFamily.NONE);
        return Page.of(draft.text().title(), "charter.jte").with("view", view);
    }

    /** The draft beside what is in force. */
    @GET
    @Path("comparer")
    public Page compare(@PathParam("public") String slug) {
        Charters.History history = charters.history(audience(slug));
        CharterVersion draft = history.draft().orElseThrow(NotFoundException::new);
        CharterVersion present = history.inForce();
        CharterComparison view = new CharterComparison(present, draft, Comparison.of(present.text(), draft.text()));
        return Page.of(title(layout.coreUi(), "charters.compare.title", draft), "console/charter-compare.jte")
                .with("view", view);
    }

    /** The last look before publishing. */
    @GET
    @Needs(Who.ADMINISTRATORS)
    @Path("publier")
    public Page publication(@PathParam("public") String slug) {
        CharterVersion draft = draft(audience(slug));
        Map<String, String> faults = draft.text().faults();
        return faults.isEmpty() ? publication(draft, "", null) : form(draft, draft.text(), faults, false);
    }

    private Page publication(CharterVersion draft, String note, @Nullable String error) {
        Statistics.Count count = statistics.byAudience().stream()
                .filter(each -> each.audience() == draft.audience())
                .findFirst()
                .orElse(new Statistics.Count(draft.audience(), 0, 0, 0));
        return Page.of(title(layout.coreUi(), "charters.publish.title", draft), "console/charter-publish.jte")
                .with("view", new CharterPublication(draft, count.total(), count.accepted(), note, error))
                .status(error == null ? 200 : 422);
    }

    /** Publishes: from the next request on, everybody of the audience is asked. */
    @POST
    @Needs(Who.ADMINISTRATORS)
    @Path("publier")
    public Object publish(
            @PathParam("public") String slug,
            @FormParam("revision") @DefaultValue("") String revision,
            @FormParam("note") @DefaultValue("") String typed,
            @Context Caller caller) {
        Audience audience = audience(slug);
        CharterVersion draft = draft(audience);
        String note = CharterDraftForm.clean(typed);
        if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            return publication(draft, note, note.isEmpty() ? "charters.error.note" : "charter.error.long");
        }
        if (!draft.text().faults().isEmpty()) {
            return form(draft, draft.text(), draft.text().faults(), false);
        }
        int seen = revision.matches("\\d{1,6}") ? Integer.parseInt(revision) : -1;
        return editing.publish(caller, audience, seen, note)
                .<Object>map(published ->
                        Redirect.to(path(audience), layout.coreUi().t("charters.published", published.version())))
                .orElseGet(
                        () -> publication(draft, note, "charters.error.changed").status(409));
    }

    /** Throws the draft away. */
    @POST
    @Path("abandonner")
    public Response discard(@PathParam("public") String slug, @Context Caller caller) {
        Audience audience = audience(slug);
        editing.discard(caller, audience);
        return Redirect.to(path(audience), layout.coreUi().t("charters.draft.discarded"));
    }
}
