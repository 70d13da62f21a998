package fr.preau.server.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.preau.api.Caller;
import fr.preau.server.audit.Audit;
import fr.preau.server.charter.CharterChanges;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sessions, kept in the database: they survive a restart, and end when they are revoked. A session that was just looked up
 * is remembered for a few seconds; on this node every change forgets it at once. Who has still to accept a charter is not
 * remembered, and when one was published nobody is: both count with the next request, on every node. Thread-safe.
 */
@Singleton
public final class Sessions {
    /** The cookie's name. */
    public static final String COOKIE = "preau_session";

    private static final Duration LIFE = Duration.ofDays(14);
    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final Duration SEEN_STEP = Duration.ofMinutes(5);

    private final SessionDao dao;
    private final AccountDao people;
    private final CharterChanges charterChanges;
    private final Audit audit;
    private final Clock clock;
    private final Cache<String, Remembered> remembered = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(20_000)
            .build();

    @Inject
    Sessions(Database database, CharterChanges charterChanges, Audit audit, Clock clock) {
        this.audit = audit;
        this.dao = database.core().dao(SessionDao.class);
        this.people = database.core().dao(AccountDao.class);
        this.charterChanges = charterChanges;
        this.clock = clock;
    }

    /** What was read, and after how many changes of charters. */
    private record Remembered(SignedIn person, long charterChanges) {}

    /** An open session as its owner sees it: id, browser, times. */
    public record Open(String id, String userAgent, Instant since, Instant seen) {}

    /** Who makes this request; null if it carries no valid session, or its person was suspended. */
    public @Nullable SignedIn find(HttpServletRequest request) {
        if (request.getCookies() == null) {
            return null;
        }
        for (var cookie : request.getCookies()) {
            if (cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty()) {
                return find(cookie.getValue());
            }
        }
        return null;
    }

    private @Nullable SignedIn find(String token) {
        long changes = charterChanges.count();
        Remembered known = remembered.getIfPresent(token);
        if (known != null && known.charterChanges() == changes) {
            return known.person();
        }
        SignedIn person = read(Secrets.hash(token)).orElse(null);
        if (person != null && person.charterAccepted()) {
            remembered.put(token, new Remembered(person, changes));
        }
        return person;
    }

    private Optional<SignedIn> read(byte[] hash) {
        return Scope.in(0, Mode.READ, () -> dao.session(hash)).flatMap(session -> {
            if (session.lastSeenAt().isBefore(clock.instant().minus(SEEN_STEP))) {
                Scope.run(0, Mode.WRITE, () -> dao.seen(hash));
            }
            return Scope.in(session.tenantId(), Mode.READ, () -> people.person(session.personId()))
                    .filter(person -> !person.suspended())
                    .map(person -> signedIn(session, person, idOf(hash)));
        });
    }

    private static SignedIn signedIn(SessionDao.Session session, AccountDao.PersonRow person, String id) {
        Caller caller = new Caller(
                person.id(),
                session.tenantId(),
                session.tenantName(),
                person.profile(),
                person.firstName(),
                person.firstName() + " " + person.lastName(),
                person.administrator());
        return new SignedIn(
                caller,
                session.accountId(),
                session.login(),
                id,
                session.mustChangePassword(),
                person.charterAccepted(),
                session.several(),
                person.unread());
    }

    private static String idOf(byte[] hash) {
        return HexFormat.of().formatHex(hash, 0, 8);
    }

    /**
     * Opens a session.
     *
     * @return the token for the cookie; it is kept nowhere else
     */
    String open(UUID accountId, int tenantId, UUID personId, String userAgent) {
        String token = Secrets.token();
        Instant end = clock.instant().plus(LIFE);
        // Apart: rows of all tenants are not to wait for the journal of one.
        Scope.run(0, Mode.WRITE, dao::sweep);
        Scope.run(tenantId, Mode.WRITE, () -> {
            dao.openSession(Secrets.hash(token), accountId, tenantId, personId, userAgent, end);
            audit.recordSelf(tenantId, personId, "session.open", "");
        });
        return token;
    }

    /**
     * Goes on as another person of the same account. The token changes too, so that no node that remembers the old one takes
     * the caller for who they were.
     *
     * @return the new token; empty if the account does not own that person
     */
    Optional<String> switchTo(SignedIn present, int tenantId, UUID personId) {
        String token = Secrets.token();
        boolean switched = Scope.in(tenantId, Mode.WRITE, () -> {
            boolean done =
                    dao.switchPerson(present.accountId(), present.sessionId(), tenantId, personId, Secrets.hash(token))
                            > 0;
            if (done) {
                audit.recordSelf(tenantId, personId, "session.open", "");
            }
            return done;
        });
        forget(present.accountId());
        return switched ? Optional.of(token) : Optional.empty();
    }

    /** Closes the session of this token. */
    public void close(String token) {
        SignedIn person = find(token);
        Scope.run(person == null ? 0 : person.caller().tenantId(), Mode.WRITE, () -> {
            if (dao.closeSession(Secrets.hash(token)) > 0 && person != null) {
                audit.record(person.caller(), "session.close", "", "");
            }
        });
        remembered.invalidate(token);
    }

    /** The account's open sessions, last used first. */
    public List<Open> of(UUID accountId) {
        return Scope.in(0, Mode.READ, () -> dao.sessions(accountId)).stream()
                .map(open -> new Open(open.id(), open.userAgent(), open.createdAt(), open.lastSeenAt()))
                .toList();
    }

    /** Closes one of the sessions of the person's account; false if it has none of that id. */
    public boolean close(SignedIn person, String id) {
        return end(person, "session.end", () -> dao.closeSession(person.accountId(), id));
    }

    /** Closes the sessions of the person's account but the present one. */
    public void closeOthers(SignedIn person) {
        end(person, "session.end-others", () -> dao.closeOtherSessions(person.accountId(), person.sessionId()));
    }

    private boolean end(SignedIn person, String action, IntSupplier closing) {
        boolean closed = Scope.in(person.caller().tenantId(), Mode.WRITE, () -> {
            boolean done = closing.getAsInt() > 0;
            if (done) {
                audit.record(person.caller(), action, "", "");
            }
            return done;
        });
        forget(person.accountId());
        return closed;
    }

    /** Forgets what is remembered of an account: its next request reads the database. */
    void forget(UUID accountId) {
        remembered.asMap().values().removeIf(known -> known.person().accountId().equals(accountId));
    }

    /** The same for a person, whatever the account. */
    public void forgetPerson(UUID personId) {
        remembered
                .asMap()
                .values()
                .removeIf(known -> known.person().caller().personId().equals(personId));
    }
}
