package fr.preau.server.account;

import fr.preau.server.audit.Audit;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Signs people in, and slows down whoever guesses. Thread-safe. */
@Singleton
public final class SignIns {
    /** Wrong passwords before an account is closed for a minute, then two, four… thirty at most. */
    private static final int FAILURES_ALLOWED = 5;

    private final AccountDao dao;
    private final OwnPersons persons;
    private final Sessions sessions;
    private final Attempts attempts;
    private final Audit audit;
    private final Clock clock;

    @Inject
    SignIns(Database database, OwnPersons persons, Sessions sessions, Attempts attempts, Audit audit, Clock clock) {
        this.audit = audit;
        this.dao = database.core().dao(AccountDao.class);
        this.persons = persons;
        this.sessions = sessions;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** How a sign-in ended. */
    public enum Outcome {
        /** A session is open. */
        OPENED,
        /** Login or password is wrong; which one is not said. */
        WRONG,
        /** Too many failures: later. */
        LOCKED,
        /** The person was suspended. */
        SUSPENDED
    }

    /**
     * A sign-in's end.
     *
     * @param token the session's token, null unless opened
     */
    public record Result(Outcome outcome, @Nullable String token) {}

    /**
     * Whose login and password they are.
     *
     * @param account null unless both are right
     * @param outcome why not
     */
    record Identity(AccountDao.@Nullable Account account, Outcome outcome) {}

    /** Signs in, as the first of the account's persons who is not suspended. */
    public Result signIn(String login, String password, String address, String userAgent) {
        Identity identity = identify(login, password, address);
        AccountDao.Account account = identity.account();
        if (account == null) {
            return new Result(identity.outcome(), null);
        }
        return persons.of(account.id()).stream()
                .findFirst()
                .map(person -> new Result(
                        Outcome.OPENED, sessions.open(account.id(), person.tenantId(), person.personId(), userAgent)))
                .orElse(new Result(Outcome.SUSPENDED, null));
    }

    /** Checks a login and a password. Slow on purpose (the hash), and slower after failures. */
    Identity identify(String login, String password, String address) {
        if (attempts.tooMany(address)) {
            return new Identity(null, Outcome.LOCKED);
        }
        AccountDao.Account account =
                Scope.in(0, Mode.READ, () -> dao.byLogin(login.strip())).orElse(null);
        if (account == null) {
            Passwords.matchNobody(password);
            attempts.count(address);
            return new Identity(null, Outcome.WRONG);
        }
        Instant locked = account.lockedUntil();
        if (locked != null && locked.isAfter(clock.instant())) {
            return new Identity(null, Outcome.LOCKED);
        }
        if (!Passwords.matches(password, account.passwordHash())) {
            Scope.run(0, Mode.WRITE, () -> dao.countFailure(account.id(), FAILURES_ALLOWED));
            Scope.in(0, Mode.READ, () -> dao.owned(account.id()))
                    .forEach(owned -> audit.recordSelf(owned.tenantId(), owned.personId(), "session.refuse", ""));
            attempts.count(address);
            return new Identity(null, Outcome.WRONG);
        }
        if (account.failures() > 0) {
            Scope.run(0, Mode.WRITE, () -> dao.forgetFailures(account.id()));
        }
        return new Identity(account, Outcome.OPENED);
    }
}
