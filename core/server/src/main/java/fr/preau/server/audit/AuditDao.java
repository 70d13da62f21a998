package fr.preau.server.audit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** SQL of the journal. Numbers, times and hashes are the database's. */
@RegisterConstructorMapper(Line.class)
interface AuditDao {
    /** The two ends of a tenant's chain. */
    record Head(long seq, byte[] hash, long forgottenSeq, byte[] forgottenHash, int years) {}

    @SqlUpdate("insert into core.audit (actor_id, actor_name, action, subject, details) "
            + "values (:actorId, :actorName, :action, :subject, :details)")
    void add(@Nullable UUID actorId, String actorName, String action, String subject, String details);

    @SqlUpdate("insert into core.audit (actor_id, actor_name, action, subject, details) "
            + "select :actorId, :actorName, :action, first_name || ' ' || last_name, :details "
            + "from core.person where id = :personId")
    int addAbout(@Nullable UUID actorId, String actorName, String action, UUID personId, String details);

    @SqlUpdate("insert into core.audit (actor_id, actor_name, action, subject, details) "
            + "select :actorId, :actorName, 'person.look', p.first_name || ' ' || p.last_name, seen.what "
            + "from unnest(:persons, :whats) with ordinality as seen (person, what, place) "
            + "join core.person p on p.id = seen.person order by seen.place")
    int addLookups(UUID actorId, String actorName, UUID[] persons, String[] whats);

    @SqlQuery("select first_name || ' ' || last_name from core.person where id = :personId")
    Optional<String> name(UUID personId);

    @SqlQuery("select seq, hash, forgotten_seq, forgotten_hash, years from core.audit_head")
    @RegisterConstructorMapper(Head.class)
    Optional<Head> head();

    @SqlQuery("select max(seq) from core.audit")
    Optional<Long> last();

    @SqlQuery(
            "select tenant_id, seq, at, actor_id, actor_name, action, subject, details, previous, hash from core.audit "
                    + "where seq > :after order by seq limit :limit")
    List<Line> after(long after, int limit);

    @SqlQuery(
            "select tenant_id, seq, at, actor_id, actor_name, action, subject, details, previous, hash from core.audit "
                    + "where seq < :before and (:text = '' or position((select ent.plain(:text)) in "
                    + "ent.plain(concat_ws(' | ', actor_name, subject, details))) > 0 "
                    + "or action = any(:actions)) "
                    + "and (cast(:from as timestamptz) is null or at >= :from) "
                    + "and (cast(:until as timestamptz) is null or at < :until) order by seq desc limit :limit")
    List<Line> before(
            long before,
            String text,
            String[] actions,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime until,
            int limit);

    @SqlQuery("select core.audit_forget(:tenantId)")
    int forget(int tenantId);

    @SqlQuery("select core.audit_keep(:tenantId, :years)::text")
    String keep(int tenantId, int years);

    @SqlQuery("select pg_try_advisory_xact_lock(7073262, :tenantId)")
    boolean lock(int tenantId);

    @SqlQuery("select id from system.tenant order by id")
    List<Integer> tenants();
}
