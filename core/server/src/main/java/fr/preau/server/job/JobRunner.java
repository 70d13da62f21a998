package fr.preau.server.job;

import fr.preau.api.job.Job;
import fr.preau.api.job.JobRun;
import fr.preau.api.job.JobType;
import fr.preau.server.access.RunningServices;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.plugin.RunningPlugin;
import fr.preau.server.plugin.Visit;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one job in one tenant, as a visit to its plugin, and notes how it went. Thread-safe. */
@Singleton
final class JobRunner {
    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
    /** How many of one plugin's run at once on this node: one that hangs leaves threads to others. */
    private static final int EACH = 2;

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration AWAY = Duration.ofMinutes(10);
    private static final int WORDS = 500;

    private final JobDao dao;
    private final PluginHost host;
    private final RunningServices services;
    private final Map<String, Integer> inside = new ConcurrentHashMap<>();

    @Inject
    JobRunner(Database database, PluginHost host, RunningServices services) {
        this.dao = database.core().dao(JobDao.class);
        this.host = host;
        this.services = services;
    }

    /**
     * Runs a job that is due.
     *
     * @return when it is due next; null: never, there is no such job any more
     */
    @Nullable
    Instant run(JobId id, Instant due) {
        Instant now = Instant.now();
        Optional<RunningPlugin> plugin = host.running().stream()
                .filter(each -> each.id().equals(id.pluginId()))
                .findFirst();
        if (plugin.isEmpty()) {
            return host.knows(id.pluginId()) ? now.plus(AWAY) : null;
        }
        Class<? extends Job> type = type(plugin.get(), id.job());
        if (type == null) {
            return null;
        }
        Instant next = Rhythm.of(type).after(due, now);
        if (!services.runs(id.tenantId(), id.pluginId())) {
            return next;
        }
        if (inside.merge(id.pluginId(), 1, Integer::sum) > EACH) {
            leave(id);
            return now.plus(SOON);
        }
        try {
            return visit(id, type, due, now) ? next : Instant.now().plus(SOON);
        } finally {
            leave(id);
        }
    }

    private void leave(JobId id) {
        inside.computeIfPresent(id.pluginId(), (key, count) -> count == 1 ? null : count - 1);
    }

    private static @Nullable Class<? extends Job> type(RunningPlugin plugin, String name) {
        return plugin.contributions().jobs().stream()
                .map(JobType::type)
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** False if it could not be tried, or was broken off because the plugin or the server leaves. */
    private boolean visit(JobId id, Class<? extends Job> type, Instant due, Instant now) {
        Duration limit = Rhythm.limit(type);
        String error;
        boolean leaves;
        try (Visit visit = host.visit(id.pluginId(), limit.toMillis())) {
            if (visit == null || !type.equals(type(visit.plugin(), id.job()))) {
                return false;
            }
            error = call(visit.plugin(), id, type, due);
            leaves = visit.end() == Visit.End.PLUGIN_LEAVES;
            if (!error.isEmpty() && visit.end() == Visit.End.TOO_LONG) {
                error = "n’a pas fini en " + limit.toMillis() / 1000.0 + " s";
            }
        }
        // The visit's own interruption ended with it.
        boolean stopping = Thread.interrupted();
        if (!error.isEmpty() && (leaves || stopping)) {
            return false;
        }
        note(id, now, error);
        return true;
    }

    /** What was done is done, also if this can't be written down: it must not be done again for that. */
    private void note(JobId id, Instant since, String error) {
        try {
            long milliseconds = Duration.between(since, Instant.now()).toMillis();
            Scope.run(id.tenantId(), Mode.WRITE, () -> dao.note(id.pluginId(), id.job(), since, milliseconds, error));
        } catch (RuntimeException e) {
            log.error("how job {} went is not known", id, e);
        }
    }

    /** Empty, or why it failed. */
    private static String call(RunningPlugin plugin, JobId id, Class<? extends Job> type, Instant due) {
        try (Scope scope = Scope.open(id.tenantId(), Mode.WRITE)) {
            plugin.job(type).run(new JobRun(due));
            scope.commit();
            return "";
        } catch (Exception | Error e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            log.warn("plugin {}: job {} failed in tenant {}", id.pluginId(), id.job(), id.tenantId(), e);
            String said = e.toString();
            return said.substring(0, Math.min(said.length(), WORDS)).replace("\0", "");
        }
    }
}
