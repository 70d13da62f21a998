package fr.preau.plugins.cantine.intake;

import fr.preau.api.Caller;
import fr.preau.api.directory.Directory;
import fr.preau.api.directory.Problem;
import fr.preau.api.directory.School;
import fr.preau.api.web.Upload;
import fr.preau.plugins.cantine.file.MenuFile;
import fr.preau.plugins.cantine.file.MenuReading;
import fr.preau.plugins.cantine.menu.DayContent;
import fr.preau.plugins.cantine.menu.Meal;
import fr.preau.plugins.cantine.menu.Menus;
import fr.preau.plugins.cantine.menu.Slot;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Imports files of menus: first a plan to read, then the writing of drafts. Thread-safe. */
@Singleton
public final class MenuImport {
    private final Menus menus;
    private final Directory directory;

    @Inject
    MenuImport(Menus menus, Directory directory) {
        this.menus = menus;
        this.directory = directory;
    }

    /**
     * Says what a file would change; changes nothing. Two statements.
     *
     * @param target {@link Target#FILE}, {@link Target#ALL} or a school's number
     * @throws fr.preau.api.web.BadInput if the target is none of these
     */
    public ImportPlan plan(Upload upload, String target) {
        List<School> schools = directory.schools();
        if (!target.equals(Target.FILE)) {
            Target.place(target, schools);
        }
        MenuReading reading = MenuFile.read(upload);
        Gathering gathering = new Gathering(reading, new Canteens(schools, target, reading.lines()));
        List<IncomingDay> days = gathering.days();
        Comparison comparison = new Comparison(slots(days), schools);
        List<DayChange> changes = comparison.changes(days);
        List<Problem> problems = new ArrayList<>(reading.problems());
        problems.addAll(gathering.problems());
        problems.sort(Comparator.comparingInt(Problem::line));
        return new ImportPlan(
                upload.name(),
                target,
                List.copyOf(changes),
                comparison.common(days).size() - changes.size(),
                changes.stream()
                        .flatMap(change -> change.after().served().stream())
                        .mapToLong(Meal::withoutAllergens)
                        .sum(),
                reading.ignoredColumns(),
                List.copyOf(gathering.elsewhere()),
                gathering.linesElsewhere(),
                List.copyOf(problems));
    }

    /** Writes a plan's days as drafts. What families see does not change. */
    public void apply(Caller caller, ImportPlan plan) {
        Map<Slot, DayContent> contents = new LinkedHashMap<>();
        plan.changes().forEach(change -> contents.put(change.slot(), change.after()));
        menus.save(caller, contents);
    }

    private List<Slot> slots(List<IncomingDay> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        LocalDate first = days.stream()
                .map(IncomingDay::date)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate last = days.stream()
                .map(IncomingDay::date)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return menus.slots(first, last);
    }
}
