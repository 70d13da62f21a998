package fr.preau.plugins.cantine.web;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.directory.Directory;
import fr.preau.api.directory.Problem;
import fr.preau.api.web.MultipartForm;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.api.web.Upload;
import fr.preau.plugins.cantine.intake.ImportDrafts;
import fr.preau.plugins.cantine.intake.ImportPlan;
import fr.preau.plugins.cantine.intake.MenuImport;
import fr.preau.plugins.cantine.intake.Target;
import fr.preau.plugins.cantine.menu.Week;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Importing a file: send it, read what would change, confirm. The file waits in between, for its sender. Thread-safe. */
@Path("import")
@Requires("publish")
@Singleton
public final class ImportPages {
    private static final int BYTES_MAX = 4_000_000;
    private static final int NAME_MAX = 120;

    private final MenuImport imports;
    private final ImportDrafts drafts;
    private final Directory directory;

    @Inject
    ImportPages(MenuImport imports, ImportDrafts drafts, Directory directory) {
        this.imports = imports;
        this.drafts = drafts;
        this.directory = directory;
    }

    /** The form. */
    @GET
    public Page choose() {
        return form("", Target.FILE, List.of());
    }

    /** Takes a file, keeps it aside and shows what it would do. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Object send(@Context Caller caller, @Context MultipartForm form) {
        String given = form.text("target");
        String target = given == null || given.isBlank() ? Target.FILE : given;
        List<Upload> files = form.files("file");
        if (files.isEmpty() || files.get(0).content().length == 0) {
            return form("Choisissez un fichier.", target, List.of()).status(422);
        }
        if (files.get(0).content().length > BYTES_MAX) {
            return form("Ce fichier est trop gros : 4 Mo au plus. Coupez-le en plusieurs.", target, List.of())
                    .status(422);
        }
        String name = files.get(0).name();
        Upload file = new Upload(
                name.substring(0, Math.min(NAME_MAX, name.length())),
                files.get(0).content());
        ImportPlan plan = imports.plan(file, target);
        if (plan.unreadable()) {
            return form("Ce fichier ne peut pas être lu. Rien n’a été changé.", target, plan.problems())
                    .status(422);
        }
        UUID id = UUID.randomUUID();
        drafts.keep(id, caller.personId(), file.name(), file.content(), target);
        return Redirect.to("import/" + id);
    }

    /** What the file would do. */
    @GET
    @Path("{id}")
    public Page review(@Context Caller caller, @PathParam("id") UUID id) {
        return plan(id, read(caller, id), false);
    }

    /** Writes the drafts, if what was shown is still what would happen. */
    @POST
    @Path("{id}/confirmation")
    public Object confirm(
            @Context Caller caller, @PathParam("id") UUID id, @FormParam("mark") @DefaultValue("") String mark) {
        ImportPlan plan = read(caller, id);
        if (!plan.mark().equals(mark)) {
            return plan(id, plan, true).status(409);
        }
        imports.apply(caller, plan);
        drafts.forget(id, caller.personId());
        if (plan.changes().isEmpty()) {
            return Redirect.to("prepare", "Il n’y avait rien à changer.");
        }
        int days = plan.changes().size();
        return Redirect.to(
                "prepare/" + Week.of(plan.changes().get(0).slot().date()).monday(),
                Sentences.days(days) + (days == 1 ? " enregistré" : " enregistrés")
                        + " en brouillon. Relisez, puis publiez.");
    }

    /** Forgets the file. */
    @POST
    @Path("{id}/abandon")
    public Response abandon(@Context Caller caller, @PathParam("id") UUID id) {
        drafts.forget(id, caller.personId());
        return Redirect.to("import", "Le fichier est oublié. Rien n’a été changé.");
    }

    private ImportPlan read(Caller caller, UUID id) {
        ImportDrafts.Draft draft = drafts.find(id, caller.personId()).orElseThrow(NotFoundException::new);
        return imports.plan(draft.upload(), draft.target());
    }

    private Page form(String fault, String target, List<Problem> problems) {
        return Page.of("Importer des menus", "import.jte")
                .with("schools", directory.schools())
                .with("fault", fault)
                .with("target", target)
                .with("problems", problems);
    }

    private static Page plan(UUID id, ImportPlan plan, boolean changedMeanwhile) {
        return Page.of("Ce que l’import va changer", "plan.jte")
                .with("id", id)
                .with("plan", plan)
                .with("changedMeanwhile", changedMeanwhile);
    }
}
