package fr.preau.server.account;

import fr.preau.api.Caller;
import fr.preau.server.audit.Audit;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts once they are there: their passwords, what the console shows of them. Thread-safe. */
@Singleton
public final class Accounts {
    private final AccountDao dao;
    private final SessionDao sessionDao;
    private final Sessions sessions;
    private final Invitations invitations;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Accounts(Database database, Sessions sessions, Invitations invitations, Audit audit, Clock clock) {
        this.audit = audit;
        this.dao = database.core().dao(AccountDao.class);
        this.sessionDao = database.core().dao(SessionDao.class);
        this.sessions = sessions;
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * Makes a person's account.
     *
     * @return false if the login is taken, or the person has an account already
     */
    public boolean give(int tenantId, UUID personId, String login, String password, boolean mustChange) {
        String hash = Passwords.hash(password);
        return Scope.in(0, Mode.WRITE, () -> {
            if (dao.ofPerson(tenantId, personId).isPresent()) {
                return false;
            }
            Optional<UUID> account = dao.create(login, hash, mustChange);
            account.ifPresent(id -> {
                dao.own(id, tenantId, personId);
                dao.useCodes(tenantId, personId);
            });
            return account.isPresent();
        });
    }

    /** Changes the caller's own password; the other sessions are closed. Answers the faults by field. */
    public Map<String, String> changePassword(SignedIn person, String present, String password, String repeated) {
        AccountDao.Account account =
                Scope.in(0, Mode.READ, () -> dao.byId(person.accountId())).orElseThrow();
        Map<String, String> faults = new LinkedHashMap<>();
        if (!Passwords.matches(present, account.passwordHash())) {
            faults.put("current", "password.error.current");
        }
        if (password.equals(present)) {
            faults.put("password", "password.error.same");
        }
        boolean child = person.caller().profile().isChild();
        faults.putAll(Passwords.faults(password, repeated, person.login(), child));
        if (faults.isEmpty()) {
            String hash = Passwords.hash(password);
            Scope.run(person.caller().tenantId(), Mode.WRITE, () -> {
                dao.setPassword(person.accountId(), hash, false);
                sessionDao.closeOtherSessions(person.accountId(), person.sessionId());
                audit.record(person.caller(), "password.change", "", "");
            });
            sessions.forget(person.accountId());
        }
        return faults;
    }

    /**
     * What lets somebody in again, shown once.
     *
     * @param secret a password to be changed at the next sign-in, or a code
     * @param codeUntil the last day of the code; null if it is a password
     */
    public record WayIn(String secret, @Nullable LocalDate codeUntil) {}

    /**
     * Gives a person a new way in; open sessions are closed. It is a password if the account is this person's alone. One that
     * opens other persons too, maybe in another commune, is not for those who lead here to open: the person is taken out of
     * it and gets a code.
     *
     * @param name the person's name, for the journal
     * @return empty if the person has no account
     */
    public Optional<WayIn> reset(Caller caller, UUID personId, String name) {
        String password = Secrets.temporaryPassword();
        // Slow, so before the transaction.
        String hash = Passwords.hash(password);
        Optional<Map.Entry<UUID, WayIn>> reset = Scope.in(
                caller.tenantId(),
                Mode.WRITE,
                () -> dao.ofPerson(caller.tenantId(), personId).map(account -> {
                    boolean shared = dao.owned(account.id()).size() > 1;
                    WayIn way = shared
                            ? takeOut(account.id(), caller.tenantId(), personId)
                            : newPassword(account.id(), password, hash);
                    audit.record(caller, "password.reset", name, "");
                    return Map.entry(account.id(), way);
                }));
        reset.ifPresent(done -> sessions.forget(done.getKey()));
        return reset.map(Map.Entry::getValue);
    }

    private WayIn newPassword(UUID accountId, String password, String hash) {
        dao.setPassword(accountId, hash, true);
        sessionDao.closeOtherSessions(accountId, "");
        return new WayIn(password, null);
    }

    private WayIn takeOut(UUID accountId, int tenantId, UUID personId) {
        dao.disown(tenantId, personId);
        sessionDao.closeSessionsAs(accountId, tenantId, personId);
        String code = invitations.invite(tenantId, List.of(personId)).get(personId);
        return new WayIn(Objects.requireNonNull(code), invitations.codesUntil());
    }

    /** What the console shows of a person's account. */
    public record Facts(
            @Nullable String login,
            boolean locked,
            @Nullable LocalDate codeUntil,
            @Nullable Instant seen) {}

    /** What is known of a person's account. */
    public Facts facts(int tenantId, UUID personId) {
        return Scope.in(0, Mode.READ, () -> {
            AccountDao.Account account = dao.ofPerson(tenantId, personId).orElse(null);
            if (account == null) {
                return new Facts(null, false, dao.codeUntil(tenantId, personId).orElse(null), null);
            }
            Instant locked = account.lockedUntil();
            return new Facts(
                    account.login(),
                    locked != null && locked.isAfter(clock.instant()),
                    null,
                    sessionDao.seen(account.id(), tenantId, personId).orElse(null));
        });
    }
}
