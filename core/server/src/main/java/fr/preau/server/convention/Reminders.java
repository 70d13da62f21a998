package fr.preau.server.convention;

import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import fr.preau.server.notice.News;
import fr.preau.server.notice.Notices;
import fr.preau.server.tenancy.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What depends on the day alone: reminders of what waits, a version whose first day has come, an end that is near. Looked at every hour,
 * so that it comes with the new day wherever midnight falls; a notice is one however often it is told, so that several nodes may
 * do it, and one that was stopped catches up. Thread-safe.
 */
@Singleton
public final class Reminders {
    private static final Logger log = LoggerFactory.getLogger(Reminders.class);
    private static final List<Integer> DAYS_BEFORE_END = List.of(7, 30, 90);
    private static final int LATELY = 3;

    private final Tenants tenants;
    private final Conventions conventions;
    private final Approvals approvals;
    private final Parties parties;
    private final Bell bell;
    private final Notices notices;
    private final Clock clock;
    private @Nullable LocalDate done;

    @Inject
    Reminders(
            Tenants tenants,
            Conventions conventions,
            Approvals approvals,
            Parties parties,
            Bell bell,
            Notices notices,
            Clock clock) {
        this.tenants = tenants;
        this.conventions = conventions;
        this.approvals = approvals;
        this.parties = parties;
        this.bell = bell;
        this.notices = notices;
        this.clock = clock;
    }

    /** Does so from now on, until closed. */
    public AutoCloseable daily() {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "reminders");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::everywhere, 5, 60, TimeUnit.MINUTES);
        return () -> {
            timer.shutdownNow();
            timer.awaitTermination(5, TimeUnit.SECONDS);
        };
    }

    private void everywhere() {
        LocalDate today = LocalDate.now(clock);
        if (today.equals(done)) {
            return;
        }
        try {
            boolean all = true;
            for (Tenants.Tenant tenant : Scope.in(0, Mode.READ, tenants::list)) {
                all &= quietly(tenant.id(), today);
            }
            done = all ? today : null;
        } catch (RuntimeException e) {
            log.error("nobody was reminded", e);
        }
    }

    private boolean quietly(int tenantId, LocalDate today) {
        try {
            on(tenantId, today);
            return true;
        } catch (RuntimeException e) {
            log.error("nobody was reminded in tenant {}", tenantId, e);
            return false;
        }
    }

    /** A tenant's reminders of a day; what was told before is not told again. */
    void on(int tenantId, LocalDate today) {
        List<VersionLine> versions = conventions.versions(tenantId);
        List<PartyLine> all = parties.list(tenantId);
        Map<News, List<PartyLine>> told = new LinkedHashMap<>();
        for (Waiting each : approvals.of(tenantId)) {
            reminder(each, today)
                    .ifPresent(news -> told.computeIfAbsent(news, key -> new ArrayList<>())
                            .addAll(all.stream()
                                    .filter(party -> each.kind() == Waiting.Kind.WAVE
                                            ? party.side() == each.side()
                                            : party.id().equals(each.partyId()))
                                    .toList()));
        }
        begun(versions, today).ifPresent(news -> told.put(news, all));
        ending(versions, today).ifPresent(news -> told.put(news, all));
        Scope.run(tenantId, Mode.WRITE, () -> {
            told.forEach((news, who) -> bell.remind(who, news));
            notices.forget();
        });
    }

    private static Optional<News> reminder(Waiting each, LocalDate today) {
        LocalDate due = each.due();
        Instant askedAt = each.askedAt();
        if (due == null || askedAt == null) {
            return Optional.empty();
        }
        LocalDate asked = LocalDate.ofInstant(askedAt, Database.ZONE);
        return Stage.of(today, due, asked).map(stage -> {
            String when = "." + stage.name().toLowerCase(Locale.ROOT);
            return each.kind() == Waiting.Kind.WAVE
                    ? new News(
                            "wave.proposed" + when,
                            each.subject() + " " + due,
                            Bell.waves(),
                            due,
                            List.of(each.title(), each.askedBy()))
                    : new News(
                            "convention.sign" + when,
                            each.version() + " " + askedAt.toEpochMilli() + " " + due,
                            Bell.signing(each.version()),
                            due,
                            List.of(Integer.toString(each.version()), each.askedBy()));
        });
    }

    /** The version that was signed before its first day, and begins. */
    private Optional<News> begun(List<VersionLine> versions, LocalDate today) {
        return conventions
                .present(versions)
                .filter(line -> line.begins().isAfter(today.minusDays(LATELY)) && signedBefore(line, line.begins()))
                .map(line -> Integer.toString(line.version()))
                .map(number -> new News("convention.inforce", number, "console/convention", number));
    }

    /** Otherwise it was told as it was signed. */
    private static boolean signedBefore(VersionLine line, LocalDate day) {
        Instant signed = line.completeAt();
        return signed != null && LocalDate.ofInstant(signed, Database.ZONE).isBefore(day);
    }

    /** The one in force ends soon, and none is signed that follows it. */
    private Optional<News> ending(List<VersionLine> versions, LocalDate today) {
        return conventions.present(versions).flatMap(line -> {
            LocalDate ends = line.ends();
            boolean followed = versions.stream().anyMatch(next -> next.version() > line.version() && next.isComplete());
            if (ends == null || followed) {
                return Optional.empty();
            }
            long left = ChronoUnit.DAYS.between(today, ends);
            return DAYS_BEFORE_END.stream()
                    .filter(days -> left <= days)
                    .findFirst()
                    .map(days -> new News(
                            "convention.ends",
                            line.version() + " " + ends + " " + days,
                            "console/convention",
                            ends,
                            List.of(Integer.toString(line.version()))));
        });
    }
}
