package fr.preau.server.account;

import fr.preau.server.account.SignIns.Identity;
import fr.preau.server.account.SignIns.Outcome;
import fr.preau.server.account.SignIns.Result;
import fr.preau.server.audit.Audit;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Activation codes: given on a slip, used once, for a new account or for one that exists. Thread-safe. */
@Singleton
public final class Invitations {
    private static final Duration CODE_LIFE = Duration.ofDays(60);

    private final AccountDao dao;
    private final SignIns signIns;
    private final Sessions sessions;
    private final Attempts attempts;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Invitations(Database database, SignIns signIns, Sessions sessions, Attempts attempts, Audit audit, Clock clock) {
        this.audit = audit;
        this.dao = database.core().dao(AccountDao.class);
        this.signIns = signIns;
        this.sessions = sessions;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Makes activation codes. Earlier codes of these people go on working until one is used or expires, so that a sheet
     * printed twice is no trap. Within a change of the tenant it is a part of it.
     *
     * @return the codes by person
     */
    public Map<UUID, String> invite(int tenantId, List<UUID> people) {
        Map<UUID, String> codes = new LinkedHashMap<>();
        people.forEach(person -> codes.put(person, Secrets.code()));
        String[] hashes = codes.values().stream()
                .map(code -> HexFormat.of().formatHex(Secrets.hash(code)))
                .toArray(String[]::new);
        return Scope.within(tenantId, () -> {
            dao.addCodes(
                    tenantId,
                    hashes,
                    codes.keySet().toArray(UUID[]::new),
                    clock.instant().plus(CODE_LIFE));
            return codes;
        });
    }

    /** The last day on which a code made now works. */
    public LocalDate codesUntil() {
        return LocalDate.ofInstant(clock.instant().plus(CODE_LIFE), clock.getZone());
    }

    /** Looks a code up, without using it. */
    public Invitation find(String typed, String address) throws CodeRefused {
        if (attempts.tooMany(address)) {
            throw new CodeRefused("many");
        }
        AccountDao.Code code = Scope.in(0, Mode.READ, () -> dao.code(Secrets.hash(Secrets.normalised(typed))))
                .orElse(null);
        if (code == null) {
            attempts.count(address);
            throw new CodeRefused("unknown");
        }
        if (code.usedAt() != null) {
            throw new CodeRefused("used");
        }
        if (code.expiresAt().isBefore(clock.instant())) {
            throw new CodeRefused("expired");
        }
        AccountDao.PersonRow person = Scope.in(code.tenantId(), Mode.READ, () -> dao.person(code.personId()))
                .orElseThrow(() -> new CodeRefused("unknown"));
        if (person.suspended()) {
            throw new CodeRefused("suspended");
        }
        return new Invitation(code.tenantId(), person.id(), person.profile(), person.firstName(), person.lastName());
    }

    /** A login that is free, made of the name. */
    public String suggestLogin(Invitation invitation) {
        return Scope.in(
                0, Mode.READ, () -> Logins.suggest(invitation.firstName(), invitation.lastName(), dao::loginTaken));
    }

    /**
     * Uses a code: makes the account.
     *
     * @return the faults by field, as keys of the bundle; empty if it was done
     * @throws CodeRefused if it was used in the meantime
     */
    public Map<String, String> activate(Invitation invitation, String login, String password, String repeated)
            throws CodeRefused {
        Map<String, String> faults =
                Passwords.faults(password, repeated, login, invitation.profile().isChild());
        if (!Logins.isOne(login.strip())) {
            faults.put("login", "activate.error.login");
        }
        if (!faults.isEmpty()) {
            return faults;
        }
        String hash = Passwords.hash(password);
        boolean works = Scope.in(invitation.tenantId(), Mode.WRITE, () -> {
            if (!hold(invitation)) {
                return false;
            }
            dao.create(login.strip(), hash, false)
                    .ifPresentOrElse(
                            account -> use(invitation, account),
                            () -> faults.put("login", "activate.error.login-taken"));
            return true;
        });
        if (!works) {
            throw new CodeRefused("used");
        }
        return faults;
    }

    /** Uses a code for an account that exists; a session is opened as the new person. */
    public Result join(Invitation invitation, String login, String password, String address, String userAgent)
            throws CodeRefused {
        Identity identity = signIns.identify(login, password, address);
        AccountDao.Account account = identity.account();
        if (account == null) {
            return new Result(identity.outcome(), null);
        }
        join(invitation, account.id());
        String token = sessions.open(account.id(), invitation.tenantId(), invitation.personId(), userAgent);
        return new Result(Outcome.OPENED, token);
    }

    /** Uses a code for the account of somebody who is signed in. */
    public void join(Invitation invitation, SignedIn person) throws CodeRefused {
        join(invitation, person.accountId());
    }

    /** A pupil's account is theirs alone: teachers may reset its password, which must open nothing of a grown-up's. */
    private void join(Invitation invitation, UUID accountId) throws CodeRefused {
        if (invitation.profile().isChild() || isChilds(accountId)) {
            throw new CodeRefused("own");
        }
        boolean works = Scope.in(invitation.tenantId(), Mode.WRITE, () -> {
            boolean held = hold(invitation);
            if (held) {
                use(invitation, accountId);
            }
            return held;
        });
        sessions.forget(accountId);
        if (!works) {
            throw new CodeRefused("used");
        }
    }

    private boolean isChilds(UUID accountId) {
        return Scope.in(0, Mode.READ, () -> dao.owned(accountId)).stream()
                .anyMatch(owned -> Scope.in(owned.tenantId(), Mode.READ, () -> dao.person(owned.personId()))
                        .filter(person -> person.profile().isChild())
                        .isPresent());
    }

    private boolean hold(Invitation invitation) {
        return !dao.holdCodes(invitation.tenantId(), invitation.personId()).isEmpty();
    }

    private void use(Invitation invitation, UUID accountId) {
        dao.own(accountId, invitation.tenantId(), invitation.personId());
        dao.useCodes(invitation.tenantId(), invitation.personId());
        audit.recordSelf(invitation.tenantId(), invitation.personId(), "code.use", "");
    }
}
