package fr.preau.server.job;

import fr.preau.api.Authority;
import fr.preau.api.EntPlugin;
import fr.preau.api.job.Daily;
import fr.preau.api.job.Every;
import fr.preau.api.job.Job;
import fr.preau.api.job.JobRun;
import fr.preau.api.privacy.NoPersonalData;
import fr.preau.testkit.PluginJar;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** A plugin that works by itself: well, badly, and without an end. */
public final class WorkingPlugin extends EntPlugin {
    private static final String SCHEMA = """
            create table done (
                tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
                seq bigint not null generated always as identity,
                job text not null,
                due timestamptz not null,
                primary key (tenant_id, seq)
            );
            alter table done enable row level security;
            alter table done force row level security;
            create policy tenant on done
                using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);
            """;

    static java.nio.file.Path jar() {
        return PluginJar.of(WorkingPlugin.class)
                .file("db/migration/V1__done.sql", SCHEMA)
                .build();
    }

    @Override
    protected void configure() {
        authority(Authority.BOTH);
        job("Compter les cahiers", Counting.class);
        job("Se tromper", Failing.class);
        job("Attendre", Endless.class);
        dao(Done.class);
        personalData(NoPersonalData.class);
    }

    /** Its table. */
    public interface Done {
        /** Adds. */
        @SqlUpdate("insert into done (job, due) values (:job, :due)")
        void add(String job, Instant due);
    }

    /** Works. */
    @Every("PT1H")
    public static final class Counting implements Job {
        private final Done done;

        @Inject
        Counting(Done done) {
            this.done = done;
        }

        @Override
        public void run(JobRun run) throws InterruptedException {
            done.add("Counting", run.due());
            Thread.sleep(300);
        }
    }

    /** Fails after it has written. */
    @Daily("04:30")
    public static final class Failing implements Job {
        private final Done done;

        @Inject
        Failing(Done done) {
            this.done = done;
        }

        @Override
        public void run(JobRun run) {
            done.add("Failing", run.due());
            throw new IllegalStateException("plus d’encre");
        }
    }

    /** Waits. */
    @Every(value = "PT2H", limit = "PT1S")
    public static final class Endless implements Job {
        @Override
        public void run(JobRun run) throws InterruptedException {
            Thread.sleep(60_000);
        }
    }
}
