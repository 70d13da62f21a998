package fr.preau.server.job;

import fr.preau.api.job.Daily;
import fr.preau.api.job.Every;
import fr.preau.api.job.Job;
import fr.preau.server.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Objects;

/** When a job is due. Immutable. */
public sealed interface Rhythm {
    /** The first time after now, if it was due at that time last. */
    Instant after(Instant due, Instant now);

    /** Of a job whose annotations were checked. */
    static Rhythm of(Class<? extends Job> job) {
        Every every = job.getAnnotation(Every.class);
        return every != null
                ? new Again(Duration.parse(every.value()))
                : new At(LocalTime.parse(
                        Objects.requireNonNull(job.getAnnotation(Daily.class)).value()));
    }

    /** How long a run of it may take. */
    static Duration limit(Class<? extends Job> job) {
        Every every = job.getAnnotation(Every.class);
        return Duration.parse(
                every != null
                        ? every.limit()
                        : Objects.requireNonNull(job.getAnnotation(Daily.class)).limit());
    }

    /** Again and again. */
    record Again(Duration pause) implements Rhythm {
        @Override
        public Instant after(Instant due, Instant now) {
            long missed = Math.max(0, Duration.between(due, now).dividedBy(pause));
            Instant next = due.plus(pause.multipliedBy(missed));
            return next.isAfter(now) ? next : next.plus(pause);
        }
    }

    /** Once a day, by the schools' clock. */
    record At(LocalTime time) implements Rhythm {
        @Override
        public Instant after(Instant due, Instant now) {
            LocalDate today = LocalDate.ofInstant(now, Database.ZONE);
            Instant next = on(today);
            return next.isAfter(now) ? next : on(today.plusDays(1));
        }

        /** Where the clocks skip that time: as much later. */
        private Instant on(LocalDate day) {
            return ZonedDateTime.of(day, time, Database.ZONE).toInstant();
        }
    }
}
