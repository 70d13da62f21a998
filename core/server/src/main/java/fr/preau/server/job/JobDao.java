package fr.preau.server.job;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The schedule, which is of no tenant, and the last runs of the scope's. */
interface JobDao {
    /**
     * Puts jobs on the schedule, for all tenants; one that is there already comes sooner if its rhythm became shorter.
     *
     * @param jobs {@code <plugin>/<job>}
     * @param due when each is due first
     */
    @SqlUpdate("""
            insert into system.scheduled_tasks as s (task_name, task_instance, execution_time, picked, version)
            select :task, t.id || '/' || j.job, j.due, false, 1
            from system.tenant t cross join unnest(:jobs, :due::timestamptz[]) as j (job, due)
            on conflict (task_name, task_instance) do update set execution_time = excluded.execution_time
            where not s.picked and s.execution_time > excluded.execution_time
            """)
    int schedule(String task, String[] jobs, String[] due);

    @SqlUpdate("""
            insert into core.job_run as r (plugin_id, job, started_at, milliseconds, error, failures, succeeded_at)
            values (:plugin, :job, :at, :milliseconds, :error, case when :error = '' then 0 else 1 end,
                    case when :error = '' then :at::timestamptz end)
            on conflict (tenant_id, plugin_id, job) do update
            set started_at = excluded.started_at, milliseconds = excluded.milliseconds, error = excluded.error,
                failures = case when excluded.error = '' then 0 else r.failures + 1 end,
                succeeded_at = coalesce(excluded.succeeded_at, r.succeeded_at)
            """)
    int note(String plugin, String job, Instant at, long milliseconds, String error);

    @SqlQuery("select plugin_id, job, started_at, milliseconds, error, failures, succeeded_at from core.job_run")
    @RegisterConstructorMapper(LastRun.class)
    List<LastRun> lastRuns();
}
