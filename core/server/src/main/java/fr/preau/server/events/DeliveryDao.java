package fr.preau.server.events;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The queue. All but {@link #waiting} in the scope's tenant. */
interface DeliveryDao {
    /**
     * Where something waits.
     *
     * @param tenantId the tenant
     * @param pluginId who is to be told
     */
    record Waiting(int tenantId, String pluginId) {}

    String DUE = "dead_at is null and due_at <= now() and (claimed_until is null or claimed_until < now())";
    String THIS = "event_id = :eventId and plugin_id = :pluginId and listener = :listener";

    /** In all tenants, where the plugin is not closed; outside of any. */
    @SqlQuery("select distinct d.tenant_id, d.plugin_id from core.delivery d where " + DUE
            + " and not exists (select from system.plugin_off o "
            + "where o.tenant_id = d.tenant_id and o.plugin_id = d.plugin_id)")
    @RegisterConstructorMapper(Waiting.class)
    List<Waiting> waiting();

    /** Takes the next one: the first of its aggregate, which nobody else is telling. */
    @SqlQuery("""
            with n as materialized (select q.event_id, q.plugin_id, q.listener from core.delivery q
                where q.plugin_id = :plugin and q.listener = any(:listeners) and """ + " " + DUE + """
                   and not exists (select from core.delivery b
                         where b.plugin_id = q.plugin_id and b.listener = q.listener and b.publisher = q.publisher
                           and b.aggregate = q.aggregate and b.seq < q.seq)
                order by q.due_at, q.seq limit 1 for update of q skip locked)
            update core.delivery d set claim = gen_random_uuid(), claimed_until = now() + interval '1 minute'
            from n where d.event_id = n.event_id and d.plugin_id = n.plugin_id and d.listener = n.listener
            returning d.event_id, d.plugin_id, d.listener, d.failures, d.claim
            """)
    @RegisterConstructorMapper(Delivery.class)
    Optional<Delivery> claim(String plugin, String[] listeners);

    @SqlQuery("""
            select e.id, e.name, e.aggregate, e.school_id, e.published_at, e.payload::text as payload,
                   e.school_id is null or exists (
                       select from core.opening o where o.plugin_id = :plugin and o.school_id = e.school_id
                          and o.since <= now() and (o.until is null or o.until > now())) as open
            from core.event e where e.id = :event
            """)
    @RegisterConstructorMapper(Told.class)
    Told event(UUID event, String plugin);

    /** It is being told still. */
    @SqlUpdate("update core.delivery set claimed_until = now() + interval '1 minute' where " + THIS
            + " and claim = :claim")
    int renew(@BindMethods Delivery delivery);

    /** It was told. */
    @SqlUpdate("delete from core.delivery where " + THIS + " and claim = :claim")
    int done(@BindMethods Delivery delivery);

    /** It could not be tried: again later, without counting. */
    @SqlUpdate("update core.delivery set claim = null, claimed_until = null, due_at = now() + :wait where " + THIS
            + " and claim = :claim")
    int postpone(@BindMethods Delivery delivery, Duration wait);

    /** It failed: again later, or no more. */
    @SqlUpdate("update core.delivery set claim = null, claimed_until = null, due_at = now() + :wait, error = :error, "
            + "failures = failures + 1, dead_at = case when :dead then now() end where " + THIS + " and claim = :claim")
    int failed(@BindMethods Delivery delivery, Duration wait, String error, boolean dead);

    /** What was given up, the oldest first. */
    @SqlQuery("""
            select d.event_id, d.plugin_id, d.listener, d.publisher, e.name, d.aggregate, e.published_at, d.dead_at,
                   d.failures, d.error,
                   (select count(*) from core.delivery b
                    where b.plugin_id = d.plugin_id and b.listener = d.listener and b.publisher = d.publisher
                      and b.aggregate = d.aggregate and b.seq > d.seq) as behind
            from core.delivery d join core.event e on e.tenant_id = d.tenant_id and e.id = d.event_id
            where d.dead_at is not null order by d.seq limit :limit
            """)
    @RegisterConstructorMapper(DeadLetter.class)
    List<DeadLetter> dead(int limit);

    @SqlQuery("select count(*) from core.delivery where dead_at is not null")
    int countDead();

    /** Tries it again, from the start; the event's name if it was dead. */
    @SqlQuery("update core.delivery d set dead_at = null, failures = 0, due_at = now() from core.event e where d."
            + THIS + " and d.dead_at is not null and e.tenant_id = d.tenant_id and e.id = d.event_id returning e.name")
    Optional<String> replay(UUID eventId, String pluginId, String listener);

    /** Tells it no more; the event's name if it was dead. */
    @SqlQuery("delete from core.delivery d using core.event e where d." + THIS
            + " and d.dead_at is not null and e.tenant_id = d.tenant_id and e.id = d.event_id returning e.name")
    Optional<String> drop(UUID eventId, String pluginId, String listener);

    /** Forgets what all have been told a week ago, and what nobody could be told for 90 days; of the latter how many. */
    @SqlQuery("""
            with old as (
                delete from core.event e
                where e.published_at < now() - interval '90 days'
                   or e.published_at < now() - interval '7 days'
                      and not exists (select from core.delivery d where d.tenant_id = e.tenant_id and d.event_id = e.id)
                returning e.tenant_id, e.id)
            select count(*) from core.delivery d join old o on o.tenant_id = d.tenant_id and o.id = d.event_id
            """)
    int purge();
}
