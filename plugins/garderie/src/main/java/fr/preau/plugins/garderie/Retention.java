package fr.preau.plugins.garderie;

import fr.preau.api.job.Daily;
import fr.preau.api.job.Job;
import fr.preau.api.job.JobRun;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** Keeps what {@link GarderiePersonalData#register} promises: nothing stays longer than it says. Thread-safe. */
@Daily("03:50")
public final class Retention implements Job {
    private final RetentionDao dao;
    private final Clock clock;

    @Inject
    Retention(RetentionDao dao, Clock clock) {
        this.dao = dao;
        this.clock = clock;
    }

    @Override
    public void run(JobRun run) {
        LocalDate today = LocalDate.now(clock);
        if (settled(today)) {
            // Before the evenings, which tell of what school a child is.
            dao.deleteCareOfThoseWhoLeft();
        }
        dao.deleteStaysBefore(oldest(today));
    }

    /** From October to June: between two school years the directory may lack children who come back. */
    static boolean settled(LocalDate today) {
        return today.getMonthValue() <= 6 || today.getMonthValue() >= 10;
    }

    /** Evenings are kept through the school year after theirs; years turn on 1 August. */
    static LocalDate oldest(LocalDate today) {
        return LocalDate.of(today.minusMonths(7).getYear() - 1, 8, 1);
    }
}
