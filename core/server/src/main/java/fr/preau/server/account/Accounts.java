package fr.preau.server.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.preau.api.Profile;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Signs people in, gives and takes activation codes, changes passwords. Thread-safe. */
@Singleton
public final class Accounts {
    /** Wrong passwords before an account is closed for a minute, then two, four… thirty at most. */
    private static final int FAILURES_ALLOWED = 5;

    /** Wrong passwords or codes from one address in ten minutes: a whole school may share one. */
    private static final int FAILURES_PER_ADDRESS = 60;

    private static final Duration CODE_LIFE = Duration.ofDays(60);

    private final AccountDao dao;
    private final Sessions sessions;
    private final Clock clock;
    private final Cache<String, AtomicInteger> failures = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(10))
            .maximumSize(50_000)
            .build();

    @Inject
    Accounts(Database database, Sessions sessions, Clock clock) {
        this.dao = database.core().dao(AccountDao.class);
        this.sessions = sessions;
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
    public record SignInResult(Outcome outcome, @Nullable String token) {}

    /** Signs in. Slow on purpose (the hash), and slower after failures. */
    public SignInResult signIn(String login, String password, String address, String userAgent) {
        if (failuresOf(address) > FAILURES_PER_ADDRESS) {
            return new SignInResult(Outcome.LOCKED, null);
        }
        AccountDao.Account account =
                Scope.in(0, Mode.READ, () -> dao.byLogin(login.strip())).orElse(null);
        if (account == null) {
            Passwords.matchNobody(password);
            count(address);
            return new SignInResult(Outcome.WRONG, null);
        }
        Instant locked = account.lockedUntil();
        if (locked != null && locked.isAfter(clock.instant())) {
            return new SignInResult(Outcome.LOCKED, null);
        }
        if (!Passwords.matches(password, account.passwordHash())) {
            Scope.run(0, Mode.WRITE, () -> dao.countFailure(account.id(), FAILURES_ALLOWED));
            count(address);
            return new SignInResult(Outcome.WRONG, null);
        }
        if (account.failures() > 0) {
            Scope.run(0, Mode.WRITE, () -> dao.forgetFailures(account.id()));
        }
        for (AccountDao.Owned owned : Scope.in(0, Mode.READ, () -> dao.owned(account.id()))) {
            if (!suspended(owned)) {
                String token = sessions.open(account.id(), owned.tenantId(), owned.personId(), userAgent);
                return new SignInResult(Outcome.OPENED, token);
            }
        }
        return new SignInResult(Outcome.SUSPENDED, null);
    }

    private boolean suspended(AccountDao.Owned owned) {
        return Scope.in(owned.tenantId(), Mode.READ, () -> dao.person(owned.personId(), Charters.IN_FORCE))
                .map(AccountDao.PersonRow::suspended)
                .orElse(true);
    }

    private int failuresOf(String address) {
        AtomicInteger count = failures.getIfPresent(address);
        return count == null ? 0 : count.get();
    }

    private void count(String address) {
        failures.get(address, key -> new AtomicInteger()).incrementAndGet();
    }

    /** For whom a code is. */
    public record Invitation(int tenantId, UUID personId, Profile profile, String firstName, String lastName) {
        /** First and last name. */
        public String name() {
            return firstName + " " + lastName;
        }
    }

    /** A code that can't be used: {@code unknown}, {@code used}, {@code expired} or {@code many}. */
    public static final class CodeRefused extends Exception {
        private static final long serialVersionUID = 1L;

        CodeRefused(String why) {
            super(why);
        }

        /** The last part of its key in the bundle. */
        public String why() {
            return String.valueOf(getMessage());
        }
    }

    /** Looks a code up, without using it. */
    public Invitation invitation(String typed, String address) throws CodeRefused {
        if (failuresOf(address) > FAILURES_PER_ADDRESS) {
            throw new CodeRefused("many");
        }
        AccountDao.Code code = Scope.in(0, Mode.READ, () -> dao.code(Secrets.hash(Secrets.normalised(typed))))
                .orElse(null);
        if (code == null) {
            count(address);
            throw new CodeRefused("unknown");
        }
        if (code.usedAt() != null) {
            throw new CodeRefused("used");
        }
        if (code.expiresAt().isBefore(clock.instant())) {
            throw new CodeRefused("expired");
        }
        AccountDao.PersonRow person = Scope.in(
                        code.tenantId(), Mode.READ, () -> dao.person(code.personId(), Charters.IN_FORCE))
                .orElseThrow(() -> new CodeRefused("unknown"));
        return new Invitation(code.tenantId(), person.id(), person.profile(), person.firstName(), person.lastName());
    }

    /** A login that is free, made of the name: {@code camille.exemple}, {@code camille.exemple2}… */
    public String suggestLogin(Invitation invitation) {
        String stem = plain(invitation.firstName()) + "." + plain(invitation.lastName());
        return Scope.in(0, Mode.READ, () -> {
            String login = stem;
            for (int i = 2; dao.loginTaken(login); i++) {
                login = stem + i;
            }
            return login;
        });
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replaceAll("[^a-z0-9]+", "");
    }

    /**
     * Uses a code: makes the account and opens a session.
     *
     * @return the faults by field, as keys of the bundle; empty if it was done
     */
    public Map<String, String> activate(Invitation invitation, String login, String password, String repeated) {
        boolean child = invitation.profile().isChild();
        Map<String, String> faults = new LinkedHashMap<>(passwordFaults(password, repeated, login, child));
        if (!login.strip().matches("[a-zA-Z0-9][a-zA-Z0-9._@-]{2,99}")) {
            faults.put("login", "activate.error.login");
        }
        if (!faults.isEmpty()) {
            return faults;
        }
        boolean made = give(invitation.tenantId(), invitation.personId(), login.strip(), password, false);
        return made ? Map.of() : Map.of("login", "activate.error.login-taken");
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

    private static Map<String, String> passwordFaults(String password, String repeated, String login, boolean child) {
        Map<String, String> faults = new LinkedHashMap<>();
        Passwords.fault(password, login, child).ifPresent(fault -> faults.put("password", "password.error." + fault));
        if (!password.equals(repeated)) {
            faults.put("password2", "password.error.repeat");
        }
        return faults;
    }

    /** Changes the caller's own password; the other sessions are closed. Answers the faults by field. */
    public Map<String, String> changePassword(SignedIn person, String present, String password, String repeated) {
        AccountDao.Account account =
                Scope.in(0, Mode.READ, () -> dao.byId(person.accountId())).orElseThrow();
        Map<String, String> faults = new LinkedHashMap<>();
        if (!Passwords.matches(present, account.passwordHash())) {
            faults.put("current", "password.error.current");
        }
        faults.putAll(passwordFaults(
                password, repeated, person.login(), person.caller().profile().isChild()));
        if (faults.isEmpty()) {
            Scope.run(0, Mode.WRITE, () -> dao.setPassword(person.accountId(), Passwords.hash(password), false));
            sessions.closeOthers(person.accountId(), person.sessionId());
        }
        return faults;
    }

    /**
     * Gives a person a new password, to be changed at the next sign-in; open sessions are closed.
     *
     * @return the password, shown once; empty if the person has no account
     */
    public Optional<String> resetPassword(int tenantId, UUID personId) {
        String password = Secrets.temporaryPassword();
        Optional<AccountDao.Account> account = Scope.in(0, Mode.READ, () -> dao.ofPerson(tenantId, personId));
        account.ifPresent(known -> {
            Scope.run(0, Mode.WRITE, () -> dao.setPassword(known.id(), Passwords.hash(password), true));
            sessions.closeOthers(known.id(), "");
        });
        return account.map(known -> password);
    }

    /**
     * Makes activation codes. Earlier codes of these people go on working until one is used or expires, so that a sheet
     * printed twice is no trap.
     *
     * @return the codes by person
     */
    public Map<UUID, String> invite(int tenantId, List<UUID> people) {
        Map<UUID, String> codes = new LinkedHashMap<>();
        people.forEach(person -> codes.put(person, Secrets.code()));
        String[] hashes = codes.values().stream()
                .map(code -> HexFormat.of().formatHex(Secrets.hash(code)))
                .toArray(String[]::new);
        Scope.run(
                0,
                Mode.WRITE,
                () -> dao.addCodes(
                        tenantId,
                        hashes,
                        codes.keySet().toArray(UUID[]::new),
                        clock.instant().plus(CODE_LIFE)));
        return codes;
    }

    /** The last day on which a code made now works. */
    public LocalDate codesUntil() {
        return LocalDate.ofInstant(clock.instant().plus(CODE_LIFE), clock.getZone());
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
                    dao.sessions(account.id()).stream()
                            .map(AccountDao.OpenSession::lastSeenAt)
                            .findFirst()
                            .orElse(null));
        });
    }

    /** Accepts the charter in force. */
    public void acceptCharter(SignedIn person) {
        Scope.run(
                person.caller().tenantId(),
                Mode.WRITE,
                () -> dao.acceptCharter(person.caller().personId(), Charters.IN_FORCE));
        sessions.forget(person.accountId());
    }
}
