package fr.preau.plugins.cahierdetextes;

import fr.preau.api.job.Daily;
import fr.preau.api.job.Job;
import fr.preau.api.job.JobRun;
import jakarta.inject.Inject;

/** Keeps what {@link CahierPersonalData#register} promises: nothing stays longer than it says. Thread-safe. */
@Daily("03:40")
public final class Retention implements Job {
    private final Works works;

    @Inject
    Retention(Works works) {
        this.works = works;
    }

    @Override
    public void run(JobRun run) {
        works.forgetOld();
    }
}
