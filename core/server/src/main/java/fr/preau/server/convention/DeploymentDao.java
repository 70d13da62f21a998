package fr.preau.server.convention;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.statement.UseRowMapper;
import org.jspecify.annotations.Nullable;

/** Waves, stops, and the openings that follow from all. Runs in the thread's scope. */
interface DeploymentDao {
    @SqlQuery("""
            select w.id, w.name, w.pilot, w.plugin_id, w.since, w.proposed_by, w.proposed_at, w.due, w.education_by,
                   w.education_at, w.collectivite_by, w.collectivite_at, w.withdrawn_by,
                   array(select s.name from core.wave_school x join core.school s on s.id = x.school_id
                         where x.wave_id = w.id order by s.name) as schools
            from core.wave w order by w.since, w.name
            """)
    @RegisterConstructorMapper(WaveLine.class)
    List<WaveLine> waves();

    @SqlQuery("select name from core.wave where id = :id")
    String waveName(UUID id);

    @SqlQuery("insert into core.wave (name, pilot, plugin_id, since, due, proposed_by) "
            + "values (:name, :pilot, :pluginId, :since, :due, :by) returning id")
    UUID addWave(String name, boolean pilot, String pluginId, LocalDate since, @Nullable LocalDate due, String by);

    @SqlUpdate("insert into core.wave_school (wave_id, school_id) "
            + "select :wave, id from core.school where id = any (:schools) on conflict do nothing")
    int addSchools(UUID wave, UUID[] schools);

    @SqlUpdate("update core.wave set education_by = coalesce(education_by, :by), "
            + "education_at = coalesce(education_at, now()) where id = :id and withdrawn_at is null")
    int acceptForEducation(UUID id, String by);

    @SqlUpdate("update core.wave set collectivite_by = coalesce(collectivite_by, :by), "
            + "collectivite_at = coalesce(collectivite_at, now()) where id = :id and withdrawn_at is null")
    int acceptForTown(UUID id, String by);

    @SqlUpdate("update core.wave set withdrawn_by = :by, withdrawn_at = now() where id = :id and withdrawn_at is null")
    int withdrawWave(UUID id, String by);

    String STOP =
            "select x.id, x.plugin_id, x.school_id, coalesce(s.name, '') as school_name, x.from_profile, x.to_profile, "
                    + "p.side, p.name as party_name, x.name, x.reason, x.since, x.until, x.lifted_at, x.lifted_by "
                    + "from core.stop x join core.party p on p.id = x.party_id left join core.school s on s.id = x.school_id ";

    /** Those that hold or will first, then what is over, newest first. */
    @SqlQuery(STOP
            + "order by (x.lifted_at is null and (x.until is null or x.until > now())) desc, x.since desc limit 100")
    @RegisterConstructorMapper(StopLine.class)
    List<StopLine> stops();

    @SqlQuery(STOP + "where x.id = :id")
    @RegisterConstructorMapper(StopLine.class)
    Optional<StopLine> stop(UUID id);

    @SqlQuery(
            "insert into core.stop (plugin_id, school_id, from_profile, to_profile, party_id, stopped_by, name, reason, "
                    + "until) values (:pluginId, :schoolId, :from, :to, :party, :person, :name, :reason, :until) returning id")
    UUID addStop(
            String pluginId,
            @Nullable UUID schoolId,
            String from,
            String to,
            UUID party,
            @Nullable UUID person,
            String name,
            String reason,
            @Nullable Instant until);

    /** What the latest version that lists a service calls it. */
    @SqlQuery("select title from core.convention_service where plugin_id = :pluginId order by version desc limit 1")
    Optional<String> serviceTitle(String pluginId);

    @SqlUpdate("update core.stop set lifted_at = now(), lifted_by = :by where id = :id and lifted_at is null")
    int lift(UUID id, String by);

    @SqlQuery("select id, side, insee, since_version from core.party")
    @RegisterConstructorMapper(Agreement.Party.class)
    List<Agreement.Party> parties();

    @SqlQuery("select version as number, complete_at, begins, ends from core.convention where state = 'PROPOSED'")
    @RegisterConstructorMapper(Agreement.Version.class)
    List<Agreement.Version> versions();

    @SqlQuery("select s.version, s.plugin_id, s.authority from core.convention_service s "
            + "join core.convention c on c.version = s.version where c.complete_at is not null")
    @RegisterConstructorMapper(Agreement.Service.class)
    List<Agreement.Service> services();

    @SqlQuery("select version, plugin_id, party_id, signed_at from core.signature where plugin_id <> ''")
    @RegisterConstructorMapper(Agreement.Signature.class)
    List<Agreement.Signature> signatures();

    @SqlQuery("select w.plugin_id, w.since, w.education_at, w.collectivite_at, w.withdrawn_at, "
            + "array(select s.school_id from core.wave_school s where s.wave_id = w.id) as schools from core.wave w")
    @UseRowMapper(WaveMapper.class)
    List<Agreement.Wave> wavesOfAgreement();

    @SqlQuery("select plugin_id, school_id, since, until, lifted_at from core.stop where from_profile = ''")
    @RegisterConstructorMapper(Agreement.Stop.class)
    List<Agreement.Stop> stopsOfAgreement();

    @SqlQuery("select id, insee from core.school")
    @RegisterConstructorMapper(Agreement.School.class)
    List<Agreement.School> schools();

    /** Nobody else computes this tenant's openings until the transaction ends. */
    @SqlQuery("select pg_advisory_xact_lock(7073262, :tenant)::text")
    String lock(int tenant);

    @SqlUpdate("delete from core.opening")
    void clearOpenings();

    @SqlUpdate("insert into core.opening (plugin_id, school_id, since, until) "
            + "select * from unnest(:plugins::text[], :schools::uuid[], :since::timestamptz[], :until::timestamptz[])")
    void addOpenings(String[] plugins, UUID[] schools, String[] since, @Nullable String[] until);

    @SqlQuery("select o.plugin_id, o.school_id, s.name as school_name, o.since from core.opening o "
            + "join core.school s on s.id = o.school_id where o.since <= now() and (o.until is null or o.until > now()) "
            + "order by o.plugin_id, s.name")
    @RegisterConstructorMapper(OpenNow.class)
    List<OpenNow> openNow();

    @SqlQuery("select e.id, e.name, e.commune, s.insee from ent.school e join core.school s on s.id = e.id "
            + "order by e.name")
    @RegisterConstructorMapper(SchoolChoice.class)
    List<SchoolChoice> schoolChoices();

    /** What runs now or will. */
    @SqlQuery("select plugin_id, school_id, since, until from core.opening where until is null or until > now()")
    @RegisterConstructorMapper(Opening.class)
    List<Opening> openings();

    /** Reads a wave with its schools. */
    final class WaveMapper implements RowMapper<Agreement.Wave> {
        @Override
        public Agreement.Wave map(ResultSet row, StatementContext context) throws SQLException {
            Array schools = row.getArray("schools");
            return new Agreement.Wave(
                    row.getString("plugin_id"),
                    row.getObject("since", LocalDate.class),
                    instant(row, "education_at"),
                    instant(row, "collectivite_at"),
                    instant(row, "withdrawn_at"),
                    java.util.Set.of((UUID[]) schools.getArray()));
        }

        private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
            OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
            return moment == null ? null : moment.toInstant();
        }
    }
}
