package fr.preau.server.directory;

import fr.preau.api.directory.DirectoryReading;
import fr.preau.api.directory.Problem;
import fr.preau.api.web.BadInput;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Imports what a source read about a school: {@link #plan} says what would change, {@link #apply} does it. The handle is the
 * core's, already bound to the tenant: row-level security limits all that is read and written. Stateless, hence
 * thread-safe.
 */
public final class DirectoryImport {
    /** Any number of our own: imports of one tenant go one after the other, since guardians are common to its schools. */
    private static final int LOCK = 7073262;

    /**
     * What the import would change. Reads only: some ten statements, in or out of a transaction.
     *
     * @throws BadInput if the tenant has no such school
     */
    public DirectoryPlan plan(Handle handle, ImportRequest request) {
        Known known = KnownQueries.load(handle, request)
                .orElseThrow(() ->
                        new BadInput("ecole", "Aucune école de cet espace n'a le numéro UAI " + request.uai() + "."));
        Draft draft = new Draft(request, known);
        DirectoryReading reading = request.reading();
        boolean readable =
                reading.problems().stream().noneMatch(problem -> problem.severity() == Problem.Severity.FILE);
        if (readable) {
            compare(draft, reading);
        }
        return draft.finish();
    }

    private static void compare(Draft draft, DirectoryReading reading) {
        ClassStep classes = new ClassStep(draft);
        List<PupilMatch> pupils =
                reading.pupils() == null ? List.of() : new PupilMatcher(draft).match(reading.pupils());
        if (reading.pupils() != null) {
            classes.read(pupils);
            new PupilStep(draft, classes).read(pupils);
        }
        if (reading.teachers() != null) {
            new TeacherStep(draft, classes).read(reading.teachers());
        }
        if (reading.guardians() != null) {
            Set<UUID> here = reading.pupils() == null
                    ? draft.known().pupilsHere()
                    : pupils.stream().map(PupilMatch::personId).collect(Collectors.toSet());
            new GuardianStep(draft, new ChildFinder(draft.known(), pupils), here).read(reading.guardians());
        }
    }

    /**
     * Makes the plan again and carries it out, in the handle's transaction: if anything fails, the caller rolls all back.
     * Leaves a line in the log of imports.
     *
     * @return the plan that was carried out
     * @throws BadInput if a file can't be read, or if the plan is no longer the one that was agreed to
     * @throws IllegalStateException outside of a transaction
     */
    public DirectoryPlan apply(Handle handle, ImportRequest request) {
        if (!handle.isInTransaction()) {
            throw new IllegalStateException("an import needs a transaction");
        }
        handle.createQuery(
                        "select pg_advisory_xact_lock(:lock, nullif(current_setting('ent.tenant', true), '')::integer)")
                .bind("lock", LOCK)
                .mapToMap()
                .one();
        DirectoryPlan plan = plan(handle, request);
        if (plan.blocked()) {
            throw new BadInput("fichiers", "Un fichier ne peut pas être lu : rien n'a été importé.");
        }
        if (!request.expected().isEmpty() && !request.expected().equals(plan.fingerprint())) {
            throw new BadInput(
                    "fichiers",
                    "L'annuaire a changé depuis que vous avez vu ce qui serait importé : rien n'a été fait. "
                            + "Relisez les fichiers pour voir ce qui changerait maintenant.");
        }
        plan.writes().run(handle, request, plan.schoolId());
        handle.createUpdate("insert into core.import_run (source, school_id, person_id, created, updated, ended)"
                        + " values (:source, :school, :person, :created, :updated, :ended)")
                .bind("source", request.source())
                .bind("school", plan.schoolId())
                .bind("person", request.by())
                .bind("created", plan.total(Change.Kind.CREATED))
                .bind("updated", plan.total(Change.Kind.UPDATED))
                .bind("ended", plan.total(Change.Kind.ENDED))
                .execute();
        return plan;
    }
}
