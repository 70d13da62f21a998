package fr.preau.server.portal.console;

import fr.preau.api.web.Ui;
import fr.preau.api.web.Upload;
import fr.preau.server.directory.Absence;
import fr.preau.server.directory.Change;
import fr.preau.server.directory.Change.Kind;
import fr.preau.server.directory.Change.Subject;
import fr.preau.server.directory.DirectoryPlan;
import fr.preau.server.portal.view.ImportPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says a plan in words. */
final class PlanView {
    private static final int NAMES_SHOWN = 20;

    /** More would make a page that no telephone can show; a file with that many is wrong as a whole. */
    private static final int PROBLEMS_SHOWN = 200;

    private PlanView() {}

    static ImportPlan of(DirectoryPlan plan, String token, String source, List<Upload> files, Ui ui) {
        List<ImportPlan.Count> counts = new ArrayList<>();
        List<ImportPlan.Group> groups = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            for (Kind kind : Kind.values()) {
                List<Change> changes = plan.changes(subject, kind);
                if (!changes.isEmpty()) {
                    String verb = ui.t("plan.kind." + kind.name().toLowerCase(Locale.ROOT));
                    counts.add(new ImportPlan.Count(
                            changes.size(), subject.title().toLowerCase(Locale.FRENCH) + " : " + verb));
                    groups.add(new ImportPlan.Group(
                            subject.title() + " : " + verb,
                            sign(kind),
                            changes.stream()
                                    .map(change -> new ImportPlan.Change(change.who(), change.detail()))
                                    .toList()));
                }
            }
        }
        return new ImportPlan(
                token,
                plan.schoolName(),
                source,
                files.stream().map(Upload::name).toList(),
                counts,
                groups,
                plan.problems().stream()
                        .sorted(java.util.Comparator.comparing(
                                problem -> -problem.severity().ordinal()))
                        .limit(PROBLEMS_SHOWN)
                        .map(problem -> new ImportPlan.Problem(
                                problem.severity(),
                                problem.file(),
                                problem.line(),
                                problem.column(),
                                problem.message()))
                        .toList(),
                Math.max(0, plan.problems().size() - PROBLEMS_SHOWN),
                warnings(plan, ui),
                !plan.blocked());
    }

    private static List<String> warnings(DirectoryPlan plan, Ui ui) {
        List<String> warnings = new ArrayList<>(plan.notes());
        List<Absence> staying =
                plan.absences().stream().filter(absence -> !absence.ended()).toList();
        if (!staying.isEmpty()) {
            String names = String.join(
                    ", ", staying.stream().limit(NAMES_SHOWN).map(Absence::who).toList());
            warnings.add(ui.t("plan.absent", staying.size(), staying.size() > NAMES_SHOWN ? names + "…" : names));
        }
        return warnings;
    }

    private static char sign(Kind kind) {
        return switch (kind) {
            case CREATED -> '+';
            case ENDED -> '-';
            default -> '~';
        };
    }
}
