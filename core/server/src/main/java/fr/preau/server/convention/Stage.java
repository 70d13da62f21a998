package fr.preau.server.convention;

import java.time.LocalDate;
import java.util.Optional;

/** When delegates are reminded of a date: a week before, the day before, and the day after. */
enum Stage {
    WEEK(-7),
    DAY(-1),
    LATE(1);

    private final int days;

    Stage(int days) {
        this.days = days;
    }

    /**
     * The latest whose day has come; empty before the first, and where the question itself came later than that day.
     *
     * @param asked when the question was asked
     */
    static Optional<Stage> of(LocalDate today, LocalDate due, LocalDate asked) {
        Stage latest = null;
        for (Stage stage : values()) {
            LocalDate day = due.plusDays(stage.days);
            if (!today.isBefore(day) && asked.isBefore(day)) {
                latest = stage;
            }
        }
        return Optional.ofNullable(latest);
    }
}
