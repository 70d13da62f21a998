package fr.preau.server.portal.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Schools and classes, as far as the caller reaches; numbers for the console's first page. */
interface ClassDao {
    /** A school. */
    record SchoolLine(UUID id, String uai, String name, String commune) {}

    /** A class with its numbers; {@code waiting} counts pupils and guardians without an account. */
    record ClassLine(
            UUID id, UUID schoolId, String name, String level, int pupils, List<String> teachers, int waiting) {}

    /** Somebody to whom a slip goes, through a pupil. */
    record Recipient(UUID pupilId, String pupilName, UUID personId, String name, boolean child) {}

    /** What the console's first page counts. */
    record Numbers(
            int pupils,
            int guardians,
            int staff,
            int classes,
            int schools,
            int people,
            int activated,
            @Nullable Instant lastImport) {}

    /** Which schools and classes are in reach. */
    String MINE = """
            mine as (
                select s.id as school_id, null::uuid as class_id from core.school s where :admin
                union
                select m.school_id, case when m.role = 'TEACHER' then m.class_id end
                from core.membership m
                where m.person_id = :me and m.role in ('HEAD', 'TEACHER') and m.until is null
                  and (m.role = 'HEAD' or m.class_id is not null))
            """;

    @SqlQuery("with " + MINE + "select s.id, s.uai, s.name, s.commune from ent.school s "
            + "where s.id in (select school_id from mine) order by s.name")
    @RegisterConstructorMapper(SchoolLine.class)
    List<SchoolLine> schools(boolean admin, UUID me);

    /** The classes of a school year in reach, by level. */
    @SqlQuery("with " + MINE + """
            , members as (
                select m.class_id, m.person_id from ent.membership m where m.role = 'PUPIL'
                union
                select m.class_id, g.guardian_id
                from ent.membership m join ent.guardianship g on g.pupil_id = m.person_id where m.role = 'PUPIL')
            select c.id, c.school_id, c.name, c.level,
                   (select count(*)::integer from ent.membership m where m.class_id = c.id and m.role = 'PUPIL') as pupils,
                   array(select p.display_name from ent.membership m join ent.person p on p.id = m.person_id
                         where m.class_id = c.id and m.role = 'TEACHER' order by 1) as teachers,
                   (select count(*)::integer from members m left join system.account_person ap
                      on ap.tenant_id = :tenant and ap.person_id = m.person_id
                    where m.class_id = c.id and ap.person_id is null) as waiting
            from core.class c
            where c.school_year = :year and exists (
                select from mine where mine.school_id = c.school_id and (mine.class_id is null or mine.class_id = c.id))
            order by array_position(array['TPS','PS','MS','GS','CP','CE1','CE2','CM1','CM2'],
                     split_part(c.level, ',', 1)) nulls last, c.name
            """)
    @RegisterConstructorMapper(ClassLine.class)
    List<ClassLine> classes(boolean admin, UUID me, int tenant, int year);

    /** Who needs a slip in a class: its pupils and their guardians who have no account yet, pupil by pupil. */
    @SqlQuery("""
            select p.id as pupil_id, p.display_name as pupil_name, r.id as person_id, r.display_name as name,
                   r.id = p.id as child
            from ent.membership m join ent.person p on p.id = m.person_id
            join lateral (
                select p.id, p.display_name, 0 as rank
                union all
                select g.id, g.display_name, 1 from ent.guardianship t join ent.person g on g.id = t.guardian_id
                where t.pupil_id = p.id) r on true
            where m.class_id = :classId and m.role = 'PUPIL' and not exists (
                select from system.account_person ap where ap.tenant_id = :tenant and ap.person_id = r.id)
            order by p.last_name, p.first_name, p.id, r.rank, r.display_name
            """)
    @RegisterConstructorMapper(Recipient.class)
    List<Recipient> recipients(UUID classId, int tenant);

    /** A class's name and school, if the caller reaches it. */
    @SqlQuery("with " + MINE
            + "select c.name || chr(10) || s.name from core.class c join core.school s on s.id = c.school_id "
            + "where c.id = :classId and exists (select from mine where mine.school_id = c.school_id "
            + "and (mine.class_id is null or mine.class_id = c.id))")
    Optional<String> nameOf(boolean admin, UUID me, UUID classId);

    @SqlQuery("with " + PeopleDao.REACHED + ", " + MINE + """
            select count(*) filter (where p.profile = 'PUPIL')::integer as pupils,
                   count(*) filter (where p.profile = 'GUARDIAN')::integer as guardians,
                   count(*) filter (where p.profile not in ('PUPIL', 'GUARDIAN'))::integer as staff,
                   (select count(*)::integer from core.class c where c.school_year = :year and exists (
                      select from mine where mine.school_id = c.school_id
                      and (mine.class_id is null or mine.class_id = c.id))) as classes,
                   (select count(distinct school_id)::integer from mine) as schools,
                   count(*)::integer as people,
                   count(ap.person_id)::integer as activated,
                   (select max(at) from core.import_run) as last_import
            from core.person p
            left join system.account_person ap on ap.tenant_id = :tenant and ap.person_id = p.id
            where p.id in (select id from reached)
            """)
    @RegisterConstructorMapper(Numbers.class)
    Numbers numbers(boolean admin, UUID me, int tenant, int year);
}
