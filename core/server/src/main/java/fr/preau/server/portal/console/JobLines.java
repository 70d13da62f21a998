package fr.preau.server.portal.console;

import fr.preau.api.job.JobType;
import fr.preau.api.web.Ui;
import fr.preau.server.db.Database;
import fr.preau.server.job.Jobs;
import fr.preau.server.job.LastRun;
import fr.preau.server.job.Rhythm;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.plugin.RunningPlugin;
import fr.preau.server.portal.view.JobList;
import fr.preau.server.portal.view.JobList.Line;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says what services do by themselves. One statement for all. Thread-safe. */
@Singleton
final class JobLines {
    private final Jobs jobs;
    private final PluginHost plugins;

    @Inject
    JobLines(Jobs jobs, PluginHost plugins) {
        this.jobs = jobs;
        this.plugins = plugins;
    }

    JobList of(int tenantId, Ui ui) {
        Map<String, LastRun> runs = jobs.lastRuns(tenantId);
        Map<String, List<Line>> lines = new TreeMap<>();
        for (RunningPlugin plugin : plugins.running()) {
            lines.put(
                    plugin.id(),
                    plugin.contributions().jobs().stream()
                            .map(job -> line(
                                    ui,
                                    job,
                                    runs.get(plugin.id() + "/" + job.type().getSimpleName())))
                            .toList());
        }
        return new JobList(lines);
    }

    private static Line line(Ui ui, JobType job, @Nullable LastRun run) {
        String rhythm = rhythm(ui, Rhythm.of(job.type()));
        return run == null
                ? new Line(job.label(), rhythm, null, 0, "", 0)
                : new Line(
                        job.label(),
                        rhythm,
                        run.startedAt().atZone(Database.ZONE),
                        run.milliseconds() / 1000.0,
                        run.error(),
                        run.failures());
    }

    private static String rhythm(Ui ui, Rhythm rhythm) {
        if (rhythm instanceof Rhythm.At daily) {
            return ui.t("jobs.daily", daily.time().getHour(), daily.time().getMinute());
        }
        Duration pause = ((Rhythm.Again) rhythm).pause();
        return pause.toMinutes() % 60 == 0
                ? ui.t("jobs.hours", pause.toHours())
                : ui.t("jobs.minutes", pause.toMinutes());
    }
}
