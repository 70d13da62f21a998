package fr.preau.plugins.cantine.json;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.directory.Problem;
import fr.preau.api.web.BadInput;
import fr.preau.api.web.Upload;
import fr.preau.plugins.cantine.intake.ImportPlan;
import fr.preau.plugins.cantine.intake.MenuImport;
import fr.preau.plugins.cantine.intake.Target;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;

/** Files of menus, sent as they are. Thread-safe. */
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
@Requires("publish")
@Singleton
public final class ImportApi {
    private final MenuImport imports;

    @Inject
    ImportApi(MenuImport imports) {
        this.imports = imports;
    }

    /**
     * What an import did, or would do.
     *
     * @param applied whether drafts were written
     * @param created days that had nothing
     * @param updated days that changed
     * @param unchanged how many days were already so
     * @param ignoredColumns columns nothing was taken from
     * @param otherRestaurants restaurants of the file that are not the ENT's
     * @param problems what is wrong, by line
     */
    public record ImportJson(
            boolean applied,
            List<LocalDate> created,
            List<LocalDate> updated,
            int unchanged,
            List<String> ignoredColumns,
            List<String> otherRestaurants,
            List<Problem> problems) {}

    /**
     * Imports a file as drafts, or with {@code dryRun=true} only says what it would do. The bytes may be UTF-8, UTF-16 or
     * Windows-1252, whatever the header says.
     *
     * @param school {@code FILE} (as the file says), {@code ALL}, or a school's UAI
     */
    @POST
    @Consumes({"text/csv", MediaType.WILDCARD})
    public ImportJson take(
            @Context Caller caller,
            @QueryParam("dryRun") boolean dryRun,
            @QueryParam("school") @DefaultValue(Target.FILE) String school,
            @QueryParam("name") @DefaultValue("menus.csv") String name,
            byte[] content) {
        ImportPlan plan = imports.plan(new Upload(name, content), school);
        if (plan.unreadable()) {
            throw new BadInput(name, plan.problems().get(0).message());
        }
        if (!dryRun) {
            imports.apply(caller, plan);
        }
        return new ImportJson(
                !dryRun,
                dates(plan, true),
                dates(plan, false),
                plan.unchanged(),
                plan.ignoredColumns(),
                plan.elsewhere(),
                plan.problems());
    }

    private static List<LocalDate> dates(ImportPlan plan, boolean created) {
        return plan.changes().stream()
                .filter(change -> change.created() == created)
                .map(change -> change.slot().date())
                .distinct()
                .toList();
    }
}
