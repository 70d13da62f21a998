package fr.preau.server.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import fr.preau.server.db.Announcements;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.plugin.WantedPlugins;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs of plugins, and when they are due: one row for each in each tenant, in the database, so that any node runs it and only
 * one does. The scheduling is db-scheduler's. Thread-safe.
 */
@Singleton
public final class Jobs {
    private static final Logger log = LoggerFactory.getLogger(Jobs.class);
    private static final String TASK = "plugin-job";
    private static final int THREADS = 4;
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Database database;
    private final JobDao dao;
    private final JobRunner runner;
    private final PluginHost host;
    private final Announcements announcements;

    @Inject
    Jobs(Database database, JobRunner runner, PluginHost host, Announcements announcements) {
        this.database = database;
        this.dao = database.core().dao(JobDao.class);
        this.runner = runner;
        this.host = host;
        this.announcements = announcements;
    }

    /** Runs what is due from now on, until closed. Before the announcements are listened to. */
    public AutoCloseable run() {
        CustomTask<Void> task = Tasks.custom(TASK, Void.class).execute((instance, context) -> {
            Instant next = runner.run(JobId.parse(instance.getId()), context.getExecution().executionTime);
            return next == null
                    ? new CompletionHandler.OnCompleteRemove<>()
                    : (complete, operations) -> operations.reschedule(complete, next);
        });
        Scheduler scheduler = Scheduler.create(database.core().pool(), task)
                .tableName("system.scheduled_tasks")
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .threads(THREADS)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(FAREWELL)
                .build();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "jobs");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleWithFixedDelay(this::quietly, 0, 1, TimeUnit.MINUTES);
        announcements.hear(WantedPlugins.CHANNEL, () -> {
            if (!clock.isShutdown()) {
                clock.execute(this::quietly);
            }
        });
        scheduler.start();
        return () -> {
            clock.shutdownNow();
            scheduler.stop();
        };
    }

    private void quietly() {
        try {
            schedule();
        } catch (RuntimeException e) {
            log.error("new jobs are not on the schedule yet", e);
        }
    }

    /** Puts the jobs of the plugins that run here on the schedule, in all tenants. One statement; done every minute. */
    public void schedule() {
        Instant now = Instant.now();
        Map<String, Instant> due = new TreeMap<>();
        host.running()
                .forEach(plugin -> plugin.contributions()
                        .jobs()
                        .forEach(job -> due.put(
                                plugin.id() + "/" + job.type().getSimpleName(),
                                Rhythm.of(job.type()).after(now, now))));
        if (!due.isEmpty()) {
            Scope.run(
                    0,
                    Mode.WRITE,
                    () -> dao.schedule(
                            TASK,
                            due.keySet().toArray(String[]::new),
                            due.values().stream().map(Instant::toString).toArray(String[]::new)));
        }
    }

    /** How each job went last in a tenant, by plugin and job. */
    public Map<String, LastRun> lastRuns(int tenantId) {
        List<LastRun> runs = Scope.in(tenantId, Mode.READ, dao::lastRuns);
        return runs.stream().collect(Collectors.toMap(run -> run.pluginId() + "/" + run.job(), Function.identity()));
    }
}
