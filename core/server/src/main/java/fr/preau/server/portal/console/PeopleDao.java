package fr.preau.server.portal.console;

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

/** People, as far as the caller reaches: {@code :admin} the whole tenant, otherwise through {@code :me}'s classes. */
interface PeopleDao {
    /** A person in a list. */
    record Line(
            UUID id,
            String name,
            Profile profile,
            String about,
            boolean suspended,
            boolean active,
            boolean locked,
            boolean invited,
            int total) {}

    /** A person, whole. */
    record Sheet(
            UUID id,
            Profile profile,
            String firstName,
            String lastName,
            @Nullable LocalDate birthDate,
            String ine,
            String email,
            List<String> phones,
            String service,
            String source,
            @Nullable Instant suspendedAt) {}

    /** A membership, past or present. */
    record MembershipLine(
            String place,
            String role,
            LocalDate since,
            @Nullable LocalDate until) {}

    /** A family tie seen from one side. */
    record TieLine(UUID personId, String name, String tie, boolean authority, boolean contact) {}

    /** Whom the caller reaches. */
    String REACHED = """
            reached as (
                select p.id from core.person p where :admin
                union
                select theirs.person_id
                from core.membership mine join core.membership theirs
                  on theirs.tenant_id = mine.tenant_id and theirs.school_id = mine.school_id
                 and (mine.role = 'HEAD' or (theirs.class_id = mine.class_id and theirs.role = 'PUPIL'))
                where mine.person_id = :me and mine.role in ('HEAD', 'TEACHER')
                  and mine.until is null and theirs.until is null
                union
                select g.guardian_id
                from core.membership mine join core.membership theirs
                  on theirs.tenant_id = mine.tenant_id and theirs.school_id = mine.school_id
                 and (mine.role = 'HEAD' or theirs.class_id = mine.class_id)
                join core.guardianship g on g.tenant_id = theirs.tenant_id and g.pupil_id = theirs.person_id
                where mine.person_id = :me and mine.role in ('HEAD', 'TEACHER') and theirs.role = 'PUPIL'
                  and mine.until is null and theirs.until is null and g.until is null)
            """;

    /** People by name; an empty filter lets all pass. */
    @SqlQuery("with " + REACHED + """
            , matching as (
                select p.id, p.profile, p.last_name, p.usual_name, p.first_name, p.service, p.suspended_at
                from core.person p
                where p.id in (select id from reached)
                  and (:profile = '' or p.profile = :profile)
                  and (:query = '' or position(ent.plain(:query) in ent.plain(
                       p.last_name || ' ' || p.usual_name || ' ' || p.first_name || ' ' || p.last_name)) > 0)
                  and (:classId::uuid is null or exists (
                       select from ent.class_reader r where r.class_id = :classId and r.person_id = p.id
                       and r.how <> 'HEAD')))
            , page as (
                select m.*, count(*) over ()::integer as total from matching m
                order by m.last_name, m.first_name, m.id limit :limit offset :offset)
            select p.id, coalesce(nullif(p.usual_name, ''), p.last_name) || ' ' || p.first_name as name, p.profile,
                   coalesce(
                     (select string_agg(distinct coalesce(c.name, s.name), ', ')
                      from ent.membership m join ent.school s on s.id = m.school_id left join ent.class c on c.id = m.class_id
                      where m.person_id = p.id),
                     (select string_agg(k.first_name, ', ' order by k.first_name)
                      from ent.guardianship g join ent.person k on k.id = g.pupil_id where g.guardian_id = p.id),
                     p.service, '') as about,
                   p.suspended_at is not null as suspended,
                   a.id is not null as active,
                   coalesce(a.locked_until > now(), false) as locked,
                   exists (select from system.activation x where x.tenant_id = :tenant and x.person_id = p.id
                           and x.used_at is null and x.expires_at > now()) as invited,
                   p.total
            from page p
            left join system.account_person ap on ap.tenant_id = :tenant and ap.person_id = p.id
            left join system.account a on a.id = ap.account_id
            order by p.last_name, p.first_name, p.id
            """)
    @RegisterConstructorMapper(Line.class)
    List<Line> search(
            boolean admin,
            UUID me,
            int tenant,
            String query,
            String profile,
            @Nullable UUID classId,
            int limit,
            int offset);

    /** One person, if the caller reaches them. */
    @SqlQuery("with " + REACHED + """
            select p.id, p.profile, p.first_name, coalesce(nullif(p.usual_name, ''), p.last_name) as last_name,
                   p.birth_date, p.ine, p.email, p.phones, p.service, p.source, p.suspended_at
            from core.person p where p.id = :id and p.id in (select id from reached)
            """)
    @RegisterConstructorMapper(Sheet.class)
    Optional<Sheet> sheet(boolean admin, UUID me, UUID id);

    @SqlQuery("select concat_ws(', ', nullif(replace(street, chr(10), ', '), ''), "
            + "nullif(concat_ws(' ', nullif(postcode, ''), nullif(town, '')), ''), nullif(country, '')) "
            + "from core.address where person_id = :id order by rank")
    List<String> addresses(UUID id);

    @SqlQuery("select coalesce(c.name || ', ', '') || s.name as place, m.role, m.since, m.until "
            + "from core.membership m join core.school s on s.id = m.school_id left join core.class c on c.id = m.class_id "
            + "where m.person_id = :id order by m.until nulls first, m.since desc")
    @RegisterConstructorMapper(MembershipLine.class)
    List<MembershipLine> memberships(UUID id);

    @SqlQuery("select p.id as person_id, p.display_name as name, g.tie, g.authority, g.contact "
            + "from core.guardianship g join ent.person p on p.id = case when g.guardian_id = :id then g.pupil_id "
            + "else g.guardian_id end where (g.guardian_id = :id or g.pupil_id = :id) and g.until is null "
            + "order by p.birth_date nulls last, p.display_name")
    @RegisterConstructorMapper(TieLine.class)
    List<TieLine> ties(UUID id);

    @SqlUpdate("update core.person set suspended_at = case when :suspended then now() end where id = :id")
    int suspend(UUID id, boolean suspended);
}
