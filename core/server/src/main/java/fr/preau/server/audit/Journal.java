package fr.preau.server.audit;

import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the journal of a tenant, newest first. Thread-safe. */
@Singleton
public final class Journal {
    /** Where the newest line is before. */
    public static final long END = Long.MAX_VALUE;

    private static final int AT_ONCE = 1_000;
    private static final int YEARS = 3;

    private final AuditDao dao;
    private final Audit audit;

    @Inject
    Journal(Database database, Audit audit) {
        this.dao = database.core().dao(AuditDao.class);
        this.audit = audit;
    }

    /**
     * Which lines.
     *
     * @param text in the names or details, with or without accents and capitals; empty for all
     * @param actions or with one of these actions
     * @param from from this day on
     * @param until until this day, included
     */
    public record Filter(
            String text,
            List<String> actions,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /** The lines before one, newest first. */
    public List<Line> before(int tenantId, Filter filter, long seq, int limit) {
        LocalDate until = filter.until();
        return Scope.in(
                tenantId,
                Mode.READ,
                () -> dao.before(
                        seq,
                        filter.text(),
                        filter.actions().toArray(String[]::new),
                        start(filter.from()),
                        start(until == null ? null : until.plusDays(1)),
                        limit));
    }

    private static @Nullable OffsetDateTime start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Database.ZONE).toOffsetDateTime();
    }

    /** Takes a line; may fail. */
    public interface Taker<E extends Exception> {
        /** Takes it. */
        void take(Line line) throws E;
    }

    /** Gives the lines one after another, newest first, some at a time from the database; {@code most} of them at most. */
    public <E extends Exception> void each(int tenantId, Filter filter, int most, Taker<E> taker) throws E {
        long seq = END;
        int left = most;
        while (left > 0) {
            List<Line> lines = before(tenantId, filter, seq, Math.min(left, AT_ONCE));
            if (lines.isEmpty()) {
                return;
            }
            for (Line line : lines) {
                taker.take(line);
            }
            left -= lines.size();
            seq = lines.get(lines.size() - 1).seq();
        }
    }

    /** How many years lines are kept. */
    public int years(int tenantId) {
        return Scope.in(tenantId, Mode.READ, dao::head)
                .map(AuditDao.Head::years)
                .orElse(YEARS);
    }

    /** Says how many years lines are kept, 1 to 10. */
    public void keep(fr.preau.api.Caller caller, int years) {
        Scope.run(caller.tenantId(), Mode.WRITE, () -> {
            dao.keep(caller.tenantId(), years);
            audit.record(caller, "audit.keep", Integer.toString(years), "");
        });
    }
}
