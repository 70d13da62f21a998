package fr.preau.server.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Sessions. They belong to accounts, so to no tenant: each call runs in a scope without one. */
interface SessionDao {
    /** A session as the gateway sees it, without its person. */
    record Session(
            UUID accountId,
            String login,
            boolean mustChangePassword,
            int tenantId,
            String tenantName,
            UUID personId,
            Instant lastSeenAt,
            boolean several) {}

    /** An open session of an account. */
    record OpenSession(String id, String userAgent, Instant createdAt, Instant lastSeenAt) {}

    @SqlUpdate("insert into system.session (token_hash, account_id, tenant_id, person_id, user_agent, expires_at) "
            + "values (:hash, :accountId, :tenantId, :personId, left(:userAgent, 300), :expiresAt)")
    void openSession(byte[] hash, UUID accountId, int tenantId, UUID personId, String userAgent, Instant expiresAt);

    @SqlQuery("select s.account_id, a.login, a.must_change_password, s.tenant_id, t.name as tenant_name, s.person_id, "
            + "s.last_seen_at, (select count(*) > 1 from system.account_person own where own.account_id = a.id) "
            + "as several from system.session s join system.account a on a.id = s.account_id "
            + "join system.account_person ap on ap.account_id = s.account_id and ap.tenant_id = s.tenant_id "
            + "and ap.person_id = s.person_id join system.tenant t on t.id = s.tenant_id "
            + "where s.token_hash = :hash and s.expires_at > now()")
    @RegisterConstructorMapper(Session.class)
    Optional<Session> session(byte[] hash);

    /** Goes on as another of the account's persons, under another token; 0 if it is not one of them. */
    @SqlUpdate("update system.session s set token_hash = :hash, tenant_id = ap.tenant_id, person_id = ap.person_id, "
            + "last_seen_at = now() from system.account_person ap where s.account_id = :accountId "
            + "and encode(substring(s.token_hash for 8), 'hex') = :id and ap.account_id = s.account_id "
            + "and ap.tenant_id = :tenantId and ap.person_id = :personId")
    int switchPerson(UUID accountId, String id, int tenantId, UUID personId, byte[] hash);

    @SqlUpdate("delete from system.session where account_id = :accountId and tenant_id = :tenantId "
            + "and person_id = :personId")
    void closeSessionsAs(UUID accountId, int tenantId, UUID personId);

    @SqlUpdate("update system.session set last_seen_at = now() where token_hash = :hash")
    void seen(byte[] hash);

    @SqlUpdate("delete from system.session where token_hash = :hash")
    int closeSession(byte[] hash);

    @SqlUpdate("delete from system.session where account_id = :accountId "
            + "and encode(substring(token_hash for 8), 'hex') = :id")
    int closeSession(UUID accountId, String id);

    @SqlUpdate("delete from system.session where account_id = :accountId "
            + "and encode(substring(token_hash for 8), 'hex') <> :kept")
    int closeOtherSessions(UUID accountId, String kept);

    @SqlUpdate("delete from system.session where expires_at < now()")
    int sweep();

    @SqlQuery("select encode(substring(token_hash for 8), 'hex') as id, user_agent, created_at, last_seen_at "
            + "from system.session where account_id = :accountId and expires_at > now() order by last_seen_at desc")
    @RegisterConstructorMapper(OpenSession.class)
    List<OpenSession> sessions(UUID accountId);

    /** When somebody was last here as this person. */
    @SqlQuery("select max(last_seen_at) from system.session where account_id = :accountId and tenant_id = :tenantId "
            + "and person_id = :personId and expires_at > now()")
    Optional<Instant> seen(UUID accountId, int tenantId, UUID personId);
}
