package fr.preau.server.charter;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/**
 * How far the scope's tenant is with its charters. Counted are people who are there now and not suspended: members of a school,
 * guardians of its pupils, and all municipal staff, inspectors and guests; whoever has to do with two schools counts in each. A
 * pupil under the age has accepted when a guardian has.
 */
public interface Statistics {
    /** People of one audience; {@code paper} of those who accepted did so on paper. */
    record Count(Audience audience, int accepted, int paper, int total) {
        /** Those who have still to accept. */
        public int waiting() {
            return total - accepted;
        }
    }

    /** People of one audience in one school; no school's id is null, its name empty. */
    record Line(
            @Nullable UUID schoolId, String school, String uai, Audience audience, int accepted, int paper, int total) {
        /** Those who have still to accept. */
        public int waiting() {
            return total - accepted;
        }
    }

    /** Somebody who has still to accept; {@code about} are classes or children, {@code total} all who have. */
    record Waiting(UUID id, String name, Audience audience, boolean under, String about, String schools, int total) {}

    /** Who is counted, and where. */
    String COUNTED = """
            place as (
                select m.person_id, m.school_id from ent.membership m
                union
                select g.guardian_id, m.school_id
                from core.guardianship g join ent.membership m on m.person_id = g.pupil_id and m.role = 'PUPIL'
                where g.since <= current_date and (g.until is null or g.until > current_date)
                union
                select p.id, null from core.person p
                where p.profile in ('MUNICIPAL_STAFF', 'INSPECTOR', 'GUEST')
                  and not exists (select from ent.membership m where m.person_id = p.id)),
            counted as (
                select place.school_id, s.person_id, s.audience, s.under, s.accepted_at, s.paper
                from place join core.charter_standing s on s.person_id = place.person_id
                join core.person p on p.id = place.person_id
                where p.suspended_at is null)
            """;

    /** By audience, each person once. */
    @SqlQuery("with " + COUNTED + """
            select audience, count(distinct person_id) filter (where accepted_at is not null)::integer as accepted,
                   count(distinct person_id) filter (where paper)::integer as paper,
                   count(distinct person_id)::integer as total
            from counted group by audience
            """)
    @RegisterConstructorMapper(Count.class)
    List<Count> byAudience();

    /** By school and audience; people of no school come last. */
    @SqlQuery("with " + COUNTED + """
            select c.school_id, coalesce(s.name, '') as school, coalesce(s.uai, '') as uai, c.audience,
                   count(c.accepted_at)::integer as accepted, count(*) filter (where c.paper)::integer as paper,
                   count(*)::integer as total
            from counted c left join ent.school s on s.id = c.school_id
            group by c.school_id, s.name, s.uai, c.audience
            order by s.name nulls last, s.uai,
                     array_position(array['YOUNG_PUPIL', 'PUPIL', 'GUARDIAN', 'SCHOOL', 'TOWN', 'GUEST'], c.audience)
            """)
    @RegisterConstructorMapper(Line.class)
    List<Line> bySchool();

    /** Those who have still to accept, by name; an empty filter lets all pass, {@code nowhere} only those of no school. */
    @SqlQuery("with " + COUNTED + """
            , waiting as (
                select c.person_id, c.audience, c.under, array_agg(c.school_id) as schools from counted c
                where c.accepted_at is null and (:audience = '' or c.audience = :audience)
                  and (:school::uuid is null or c.school_id = :school) and (not :nowhere or c.school_id is null)
                group by c.person_id, c.audience, c.under),
            page as (
                select w.*, p.last_name, p.usual_name, p.first_name, p.service, count(*) over ()::integer as total
                from waiting w join core.person p on p.id = w.person_id
                order by p.last_name, p.first_name, p.id limit :limit offset :offset)
            select p.person_id as id, coalesce(nullif(p.usual_name, ''), p.last_name) || ' ' || p.first_name as name,
                   p.audience, p.under,
                   coalesce(
                     (select string_agg(distinct c.name, ', ') from ent.membership m join ent.class c on c.id = m.class_id
                      where m.person_id = p.person_id),
                     (select string_agg(k.first_name, ', ' order by k.first_name)
                      from ent.guardianship g join ent.person k on k.id = g.pupil_id where g.guardian_id = p.person_id),
                     p.service, '') as about,
                   coalesce((select string_agg(s.name, ', ' order by s.name) from ent.school s
                             where s.id = any(p.schools)), '') as schools,
                   p.total
            from page p order by p.last_name, p.first_name, p.person_id
            """)
    @RegisterConstructorMapper(Waiting.class)
    List<Waiting> waiting(@Nullable UUID school, boolean nowhere, String audience, int limit, int offset);
}
