package fr.preau.server.convention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Parties, versions, articles, services and signatures. Runs in the thread's scope. */
interface ConventionDao {
    @SqlQuery("select id, side, kind, name, insee from core.party order by position, name")
    @RegisterConstructorMapper(PartyLine.class)
    List<PartyLine> parties();

    @SqlQuery("insert into core.party (side, kind, name, insee, since_version, position) values (:side, :kind, :name, "
            + ":insee, :version, (select coalesce(max(position), 0) + 1 from core.party)) returning id")
    UUID addParty(Side side, String kind, String name, @Nullable String insee, int version);

    @SqlUpdate("update core.party set name = :name where id = :id")
    int renameParty(UUID id, String name);

    @SqlQuery("select d.id, d.party_id, d.person_id, p.display_name as name, d.quality, d.since "
            + "from core.delegate d join ent.person p on p.id = d.person_id "
            + "where d.since <= current_date and (d.until is null or d.until > current_date) order by name")
    @RegisterConstructorMapper(DelegateLine.class)
    List<DelegateLine> delegates();

    @SqlUpdate("insert into core.delegate (party_id, person_id, quality, named_by) "
            + "select :party, :person, :quality, :by where exists (select from core.person where id = :person) "
            + "on conflict do nothing")
    int addDelegate(UUID party, UUID person, String quality, @Nullable UUID by);

    @SqlUpdate("update core.delegate set until = greatest(current_date, since) where id = :id and until is null "
            + "and exists (select from core.delegate other where other.party_id = core.delegate.party_id "
            + "and other.until is null and other.id <> :id)")
    int endDelegate(UUID id);

    /** The parties a person may act for now; a suspended person for none. */
    @SqlQuery("select d.party_id, p.side, p.name as party_name, d.quality from core.delegate d "
            + "join core.party p on p.id = d.party_id join core.person h on h.id = d.person_id "
            + "where d.person_id = :person and d.since <= current_date and (d.until is null or d.until > current_date) "
            + "and h.suspended_at is null order by p.position")
    @RegisterConstructorMapper(Seat.class)
    List<Seat> seats(UUID person);

    /** Who may act for one of these parties now, but for one person. */
    @SqlQuery("select distinct d.person_id from core.delegate d join core.person h on h.id = d.person_id "
            + "where d.party_id = any (:parties) and d.since <= current_date "
            + "and (d.until is null or d.until > current_date) and h.suspended_at is null "
            + "and (:except::uuid is null or d.person_id <> :except)")
    List<UUID> acting(UUID[] parties, @Nullable UUID except);

    String VERSION =
            "select version, state, template, title, note, begins, ends, created_by, proposed_by, proposed_at, "
                    + "due, complete_at, refusal, refused_by from core.convention ";

    @SqlQuery(VERSION + "order by version desc")
    @RegisterConstructorMapper(VersionLine.class)
    List<VersionLine> versions();

    @SqlQuery(VERSION + "where version = :version")
    @RegisterConstructorMapper(VersionLine.class)
    Optional<VersionLine> version(int version);

    /** As {@link #version}, and nobody else changes it until the transaction ends. */
    @SqlQuery(VERSION + "where version = :version for update")
    @RegisterConstructorMapper(VersionLine.class)
    Optional<VersionLine> lock(int version);

    @SqlQuery("insert into core.convention (version, template, title, note, begins, ends, created_by) "
            + "values ((select coalesce(max(version), 0) + 1 from core.convention), :template, :title, :note, :begins, "
            + ":ends, :by) returning version")
    int addVersion(String template, String title, String note, LocalDate begins, @Nullable LocalDate ends, String by);

    @SqlUpdate("update core.convention set title = :title, note = :note, begins = :begins, ends = :ends "
            + "where version = :version")
    void writeFrame(int version, String title, String note, LocalDate begins, @Nullable LocalDate ends);

    @SqlUpdate("update core.convention set state = 'PROPOSED', proposed_by = :by, proposed_at = now(), due = :due, "
            + "refusal = '', refused_by = '' where version = :version")
    void propose(int version, String by, @Nullable LocalDate due);

    @SqlUpdate("update core.convention set state = 'DRAFT', refusal = :reason, refused_by = :by, proposed_at = null "
            + "where version = :version")
    void sendBack(int version, String reason, String by);

    @SqlUpdate("update core.convention set state = 'WITHDRAWN' where version = :version")
    void withdraw(int version);

    /** Complete as soon as every party has signed the whole; the moment is kept once. */
    @SqlUpdate("update core.convention set complete_at = now() where version = :version and complete_at is null "
            + "and not exists (select from core.party p where p.since_version <= :version and not exists (select from core.signature s "
            + "where s.version = :version and s.plugin_id = '' and s.party_id = p.id))")
    int complete(int version);

    @SqlUpdate("update core.convention set ends = :ends where version = :version")
    void end(int version, LocalDate ends);

    @SqlQuery("select position, title, body from core.convention_article where version = :version order by position")
    @RegisterConstructorMapper(ArticleLine.class)
    List<ArticleLine> articles(int version);

    @SqlUpdate(
            "insert into core.convention_article (version, position, title, body) values (:version, :position, :title, "
                    + ":body) on conflict (tenant_id, version, position) do update set title = excluded.title, body = excluded.body")
    void writeArticle(int version, int position, String title, String body);

    @SqlUpdate("delete from core.convention_article where version = :version")
    void clearArticles(int version);

    @SqlQuery("select plugin_id, title, authority, controller, purpose, data from core.convention_service "
            + "where version = :version order by title")
    @RegisterConstructorMapper(ServiceLine.class)
    List<ServiceLine> services(int version);

    @SqlUpdate("insert into core.convention_service (version, plugin_id, title, authority, controller, purpose, data) "
            + "values (:version, :pluginId, :title, :authority, :controller, :purpose, :data) "
            + "on conflict (tenant_id, version, plugin_id) do update set title = excluded.title, "
            + "authority = excluded.authority, controller = excluded.controller, purpose = excluded.purpose, "
            + "data = excluded.data")
    void writeService(int version, @BindMethods ServiceLine service);

    @SqlUpdate("delete from core.convention_service where version = :version and plugin_id = :pluginId")
    int dropService(int version, String pluginId);

    @SqlQuery("select s.plugin_id, s.party_id, p.name as party_name, s.name, s.quality, s.signed_at, s.carried_from "
            + "from core.signature s join core.party p on p.id = s.party_id where s.version = :version "
            + "order by s.signed_at, p.position")
    @RegisterConstructorMapper(SignatureLine.class)
    List<SignatureLine> signatures(int version);

    @SqlUpdate("insert into core.signature (version, plugin_id, party_id, person_id, name, quality) "
            + "values (:version, :pluginId, :partyId, :personId, :name, :quality) on conflict do nothing")
    int sign(int version, String pluginId, UUID partyId, @Nullable UUID personId, String name, String quality);

    @SqlUpdate("delete from core.signature where version = :version")
    void unsign(int version);

    /** Signatures under services whose terms are the same as in an earlier version. */
    @SqlUpdate("""
            insert into core.signature (version, plugin_id, party_id, person_id, name, quality, signed_at, carried_from)
            select :version, s.plugin_id, s.party_id, s.person_id, s.name, s.quality, s.signed_at,
                   coalesce(s.carried_from, s.version)
            from core.signature s
            join core.convention_service a on a.version = s.version and a.plugin_id = s.plugin_id
            join core.convention_service b on b.version = :version and b.plugin_id = s.plugin_id
             and (b.authority, b.controller, b.purpose, b.data) = (a.authority, a.controller, a.purpose, a.data)
            where s.version = :from on conflict do nothing
            """)
    void carry(int version, int from);

    /** A commune of the tenant. */
    record Commune(String insee, String name) {}

    @SqlQuery("select insee, name from core.commune order by name")
    @RegisterConstructorMapper(Commune.class)
    List<Commune> communes();

    @SqlQuery("select now()")
    Instant now();
}
