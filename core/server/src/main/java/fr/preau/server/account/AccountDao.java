package fr.preau.server.account;

import fr.preau.api.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Accounts, their persons, codes. Each call runs in the thread's scope; those on people need a tenant's. */
interface AccountDao {
    /** An account as sign-in sees it. */
    record Account(
            UUID id,
            String login,
            String passwordHash,
            boolean mustChangePassword,
            int failures,
            @Nullable Instant lockedUntil) {}

    /** The person of a session or of a code. */
    record PersonRow(
            UUID id,
            Profile profile,
            String firstName,
            String lastName,
            boolean suspended,
            boolean administrator,
            boolean charterAccepted,
            int unread) {}

    /** A person that an account owns. */
    record Owned(int tenantId, String tenantName, UUID personId) {}

    /** An activation code's row. */
    record Code(
            int tenantId,
            UUID personId,
            Instant expiresAt,
            @Nullable Instant usedAt) {}

    @SqlQuery("select id, login, password_hash, must_change_password, failures, locked_until "
            + "from system.account where login = lower(:login)")
    @RegisterConstructorMapper(Account.class)
    Optional<Account> byLogin(String login);

    @SqlQuery("select id, login, password_hash, must_change_password, failures, locked_until "
            + "from system.account where id = :id")
    @RegisterConstructorMapper(Account.class)
    Optional<Account> byId(UUID id);

    @SqlQuery("select a.id, a.login, a.password_hash, a.must_change_password, a.failures, a.locked_until "
            + "from system.account a join system.account_person ap on ap.account_id = a.id "
            + "where ap.tenant_id = :tenantId and ap.person_id = :personId")
    @RegisterConstructorMapper(Account.class)
    Optional<Account> ofPerson(int tenantId, UUID personId);

    @SqlQuery("insert into system.account (login, password_hash, must_change_password) "
            + "values (lower(:login), :hash, :mustChange) on conflict (login) do nothing returning id")
    Optional<UUID> create(String login, String hash, boolean mustChange);

    @SqlUpdate("insert into system.account_person (account_id, tenant_id, person_id) "
            + "values (:accountId, :tenantId, :personId)")
    void own(UUID accountId, int tenantId, UUID personId);

    @SqlUpdate("delete from system.account_person where tenant_id = :tenantId and person_id = :personId")
    void disown(int tenantId, UUID personId);

    @SqlQuery("select ap.tenant_id, t.name as tenant_name, ap.person_id from system.account_person ap "
            + "join system.tenant t on t.id = ap.tenant_id where ap.account_id = :accountId "
            + "order by ap.tenant_id, ap.person_id")
    @RegisterConstructorMapper(Owned.class)
    List<Owned> owned(UUID accountId);

    @SqlUpdate("update system.account set password_hash = :hash, must_change_password = :mustChange, failures = 0, "
            + "locked_until = null where id = :id")
    void setPassword(UUID id, String hash, boolean mustChange);

    @SqlUpdate("update system.account set failures = failures + 1, locked_until = case when failures + 1 >= :allowed "
            + "then now() + least(power(2, failures + 1 - :allowed), 30) * interval '1 minute' end where id = :id")
    void countFailure(UUID id, int allowed);

    @SqlUpdate("update system.account set failures = 0, locked_until = null where id = :id and failures > 0")
    void forgetFailures(UUID id);

    @SqlQuery("select p.id, p.profile, p.first_name, coalesce(nullif(p.usual_name, ''), p.last_name) as last_name, "
            + "p.suspended_at is not null as suspended, "
            + "exists (select from core.administrator a where a.person_id = p.id) as administrator, "
            + "s.step is null as charter_accepted, "
            + "(select count(*) from core.notice n where n.person_id = p.id and n.read_at is null) as unread "
            + "from core.person p join core.charter_standing s on s.person_id = p.id where p.id = :personId")
    @RegisterConstructorMapper(PersonRow.class)
    Optional<PersonRow> person(UUID personId);

    @SqlUpdate("insert into system.activation (code_hash, tenant_id, person_id, expires_at) "
            + "select decode(hash, 'hex'), :tenantId, person, :expiresAt "
            + "from unnest(:hashes, :persons) as given (hash, person)")
    void addCodes(int tenantId, String[] hashes, UUID[] persons, Instant expiresAt);

    @SqlQuery("select tenant_id, person_id, expires_at, used_at from system.activation where code_hash = :hash")
    @RegisterConstructorMapper(Code.class)
    Optional<Code> code(byte[] hash);

    /** The codes that still work for a person, held until the transaction ends: each is used once. */
    @SqlQuery("select code_hash from system.activation where tenant_id = :tenantId and person_id = :personId "
            + "and used_at is null and expires_at > now() for update")
    List<byte[]> holdCodes(int tenantId, UUID personId);

    @SqlUpdate("update system.activation set used_at = now() "
            + "where tenant_id = :tenantId and person_id = :personId and used_at is null")
    int useCodes(int tenantId, UUID personId);

    @SqlQuery("select max(expires_at)::date from system.activation where tenant_id = :tenantId "
            + "and person_id = :personId and used_at is null and expires_at > now()")
    Optional<LocalDate> codeUntil(int tenantId, UUID personId);

    @SqlQuery("select exists (select from system.account where login = lower(:login))")
    boolean loginTaken(String login);
}
