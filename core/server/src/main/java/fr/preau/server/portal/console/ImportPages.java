package fr.preau.server.portal.console;

import fr.preau.api.Caller;
import fr.preau.api.web.BadInput;
import fr.preau.api.web.MultipartForm;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.api.web.Ui;
import fr.preau.api.web.Upload;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.db.Database;
import fr.preau.server.directory.Change.Kind;
import fr.preau.server.directory.DirectoryPlan;
import fr.preau.server.directory.Imports;
import fr.preau.server.directory.Imports.Order;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import fr.preau.server.portal.view.Choice;
import fr.preau.server.portal.view.ImportForm;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports in the console: give files, look at the difference, confirm. A head imports for their own school. Thread-safe. */
@Singleton
@Path("console/import")
@Needs(Who.HEADS)
public final class ImportPages implements CoreResource {
    private final Imports imports;
    private final ClassDao classes;
    private final Layout layout;

    @Inject
    ImportPages(Imports imports, Database database, Layout layout) {
        this.imports = imports;
        this.classes = database.core().dao(ClassDao.class);
        this.layout = layout;
    }

    /** The form, and the last imports. */
    @GET
    public Page form(@Context Caller caller) {
        return form(caller, "", "", null);
    }

    private Page form(Caller caller, String school, String source, @Nullable String error) {
        List<ClassDao.SchoolLine> schools = schools(caller);
        ImportForm view = new ImportForm(
                schools.stream()
                        .map(each -> new Choice(each.uai(), each.name()))
                        .toList(),
                imports.sources().stream()
                        .map(each -> new ImportForm.Source(each.id(), each.label(), each.help()))
                        .toList(),
                school,
                source,
                error,
                imports.past(caller.tenantId(), caller.administrator() ? null : uaiOf(schools)).stream()
                        .map(past -> new ImportForm.Past(
                                past.at(),
                                past.school(),
                                imports.label(past.source()),
                                past.person(),
                                past.created(),
                                past.updated(),
                                past.ended()))
                        .toList());
        return Page.of(layout.coreUi().t("import.title"), "console/import.jte")
                .with("view", view)
                .status(error == null ? 200 : 422);
    }

    private List<ClassDao.SchoolLine> schools(Caller caller) {
        return classes.schools(caller.administrator(), caller.personId());
    }

    private static String uaiOf(List<ClassDao.SchoolLine> schools) {
        return schools.isEmpty() ? "" : schools.get(0).uai();
    }

    /** Reads the files and shows what would change. */
    @POST
    @Consumes("multipart/form-data")
    public Page read(@Context MultipartForm form, @Context Caller caller) {
        Ui ui = layout.coreUi();
        String school = Objects.requireNonNullElse(form.text("ecole"), "");
        String source = Objects.requireNonNullElse(form.text("source"), "");
        List<Upload> files = form.files("fichiers");
        if (schools(caller).stream().noneMatch(each -> each.uai().equals(school))) {
            return form(caller, "", source, ui.t("import.error.school"));
        }
        if (files.isEmpty()) {
            return form(caller, school, source, ui.t("import.error.files"));
        }
        Order order = new Order(source, school, files, form.text("departs") != null, form.text("liens") != null);
        DirectoryPlan plan;
        try {
            plan = imports.plan(caller.tenantId(), order);
        } catch (BadInput e) {
            return form(caller, school, source, e.userMessage());
        }
        String token = plan.blocked() || plan.isEmpty()
                ? ""
                : imports.keep(caller.tenantId(), caller.personId(), order, plan.fingerprint())
                        .toString();
        return Page.of(ui.t("plan.title"), "console/import-plan.jte")
                .with("view", PlanView.of(plan, token, imports.label(source), files, ui));
    }

    /** Does what was shown. */
    @POST
    @Path("{draft}/appliquer")
    public Object apply(@PathParam("draft") UUID draft, @Context Caller caller) {
        Ui ui = layout.coreUi();
        DirectoryPlan done;
        try {
            done = imports.confirm(caller.tenantId(), caller.personId(), draft).orElse(null);
        } catch (BadInput e) {
            return form(caller, "", "", e.userMessage());
        }
        if (done == null) {
            return form(caller, "", "", ui.t("import.error.draft"));
        }
        return Redirect.to(
                "/console/classes",
                ui.t("import.done", done.total(Kind.CREATED), done.total(Kind.UPDATED), done.total(Kind.ENDED)));
    }
}
