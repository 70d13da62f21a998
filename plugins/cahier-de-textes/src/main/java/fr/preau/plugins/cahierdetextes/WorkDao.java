package fr.preau.plugins.cahierdetextes;

import fr.preau.api.privacy.PersonalData;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * The SQL of the cahier de textes. Each statement limits its rows to the classes of one person, {@code me}, through
 * {@code ent.class_reader}. Thread-safe.
 */
@RegisterRowMapper(WorkRow.class)
@RegisterConstructorMapper(Desk.class)
@RegisterConstructorMapper(Due.class)
@RegisterConstructorMapper(PupilTick.class)
@RegisterConstructorMapper(PersonalData.Item.class)
public interface WorkDao {

    /** The caller and the caller's children. */
    String MINE = "(select cast(:me as uuid) union all select pupil_id from ent.guardianship where guardian_id = :me)";

    /** The classes to which the caller gives work. */
    String TAUGHT = "(select class_id from ent.class_right where person_id = :me and right_name = 'give')";

    /** Works of the caller's classes, as {@link WorkRow} reads them; a {@code where} follows. */
    String WORKS = """
            select w.id, w.class_id, c.name as class_name, w.subject, w.due, w.text, w.hand_in, w.minutes,
                   coalesce(a.display_name, '') as author, r.gives,
                   array(select t.pupil_id from tick t where t.work_id = w.id and t.pupil_id in """ + MINE + """
            ) as done_by,
                   case when r.gives then (
                       select count(*) from tick t
                       join ent.membership m on m.person_id = t.pupil_id and m.class_id = w.class_id and m.role = 'PUPIL'
                       where t.work_id = w.id)::integer end as done_count
            from work w
            join (select class_id, bool_or(right_name = 'give') as gives
                  from ent.class_right where person_id = :me group by class_id having bool_or(right_name = 'read')) r on r.class_id = w.class_id
            join ent.class c on c.id = w.class_id
            left join ent.person a on a.id = w.author_id
            """;

    /**
     * What the caller has to do with: children first, eldest first, then classes taught, then those headed. A class that nobody attends
     * now (last year's, next year's) is shown to its teacher alone.
     */
    @SqlQuery("""
            select class_id, class_name, school_name, gives, pupils, pupil_id, pupil_name
            from (
                select c.id as class_id, c.name as class_name, c.school_name, c.level, r.gives, r.rank,
                       (select count(*) from ent.membership m where m.class_id = c.id and m.role = 'PUPIL') as pupils,
                       null as pupil_id, '' as pupil_name, null as born
                from (select x.class_id, bool_or(x.right_name = 'give') as gives,
                             case when exists (select from ent.class_reader t where t.class_id = x.class_id
                                               and t.person_id = :me and t.how = 'TEACHER') then 1 else 2 end as rank
                      from ent.class_right x where x.person_id = :me
                      group by x.class_id
                      having bool_or(x.right_name = 'give')
                          or bool_or(x.right_name = 'read') and not exists (
                              select from ent.class_reader t where t.class_id = x.class_id and t.person_id = :me
                              and t.how in ('PUPIL', 'GUARDIAN'))) r
                join ent.class c on c.id = r.class_id
                union all
                select c.id, c.name, c.school_name, c.level, false, 0, 0, p.id, p.first_name,
                       p.birth_date
                from ent.membership m join ent.class c on c.id = m.class_id join ent.person p on p.id = m.person_id
                where m.role = 'PUPIL' and m.person_id in """ + MINE + """
            ) d
            where pupils > 0 or rank < 2
            order by rank, born, pupil_name, school_name,
                     array_position(array['TPS', 'PS', 'MS', 'GS', 'CP', 'CE1', 'CE2', 'CM1', 'CM2'],
                                    split_part(level, ',', 1)),
                     class_name
            """)
    List<Desk> desks(UUID me);

    /** The works of these classes between two days, both included, by day. */
    @SqlQuery(WORKS + """
            where w.removed_at is null and w.class_id = any(:classes) and w.due between :from and :to
            order by w.due, w.given_at, w.id
            """)
    List<Work> between(UUID me, Collection<UUID> classes, LocalDate from, LocalDate to);

    /** A work, unless it was removed. */
    @SqlQuery(WORKS + "where w.removed_at is null and w.id = :id")
    Optional<Work> work(UUID me, UUID id);

    /** A work that was removed and can be put back. */
    @SqlQuery(WORKS + "where w.removed_at is not null and w.id = :id and r.gives")
    Optional<Work> removed(UUID me, UUID id);

    /** The works for the next day after today that has any, class by class. For a head: of the classes they teach. */
    @SqlQuery("""
            select w.due as date, w.subject, w.text, c.name as class_name,
                   coalesce(p.first_name, '') as pupil_name, t.pupil_id is not null as done
            from (select distinct class_id, how = 'TEACHER' as teaches
                  from ent.class_reader where person_id = :me and how in ('TEACHER', 'PUPIL', 'GUARDIAN')) r
            join lateral (select min(x.due) as due from work x
                          where x.class_id = r.class_id and x.removed_at is null and x.due > :today) n on true
            join work w on w.class_id = r.class_id and w.due = n.due and w.removed_at is null
            join ent.class c on c.id = w.class_id
            left join ent.membership m on not r.teaches and m.class_id = w.class_id and m.role = 'PUPIL'
                 and m.person_id in """ + MINE + """
            left join ent.person p on p.id = m.person_id
            left join tick t on t.work_id = w.id and t.pupil_id = m.person_id
            order by w.due, p.birth_date, pupil_name, c.name, w.given_at
            """)
    List<Due> next(UUID me, LocalDate today);

    /** The pupils of a work's class, and who ticked it; empty for who does not teach the class. */
    @SqlQuery("""
            select p.id as pupil_id, p.display_name as name, t.at
            from work w
            join ent.membership m on m.class_id = w.class_id and m.role = 'PUPIL'
            join ent.person p on p.id = m.person_id
            left join tick t on t.work_id = w.id and t.pupil_id = p.id
            where w.id = :id and w.removed_at is null and w.class_id in """ + TAUGHT + """

            order by p.last_name, p.first_name
            """)
    List<PupilTick> pupils(UUID me, UUID id);

    /** Gives a work. @return 1, or 0 if the class is not one of the caller's */
    @SqlUpdate("""
            insert into work (id, class_id, author_id, subject, due, text, hand_in, minutes)
            select :id, class_id, :me, :subject, :due, :text, :handIn, :minutes
            from (select distinct class_id from\s""" + TAUGHT + """
             c) c where class_id = :classId
            """)
    int give(UUID me, UUID id, @BindMethods Draft draft);

    /** Changes a work. @return 1, or 0 if there is none that the caller may change */
    @SqlUpdate("""
            update work set subject = :subject, due = :due, text = :text, hand_in = :handIn, minutes = :minutes
            where id = :id and removed_at is null and class_id in """ + TAUGHT)
    int change(UUID me, UUID id, @BindMethods Draft draft);

    /** Takes a work away, keeping the row. @return 1, or 0 if there is none that the caller may remove */
    @SqlUpdate("update work set removed_at = now() where id = :id and removed_at is null and class_id in " + TAUGHT)
    int remove(UUID me, UUID id);

    /** Puts a removed work back. @return 1, or 0 if there is none that the caller may put back */
    @SqlUpdate("update work set removed_at = null where id = :id and removed_at is not null and class_id in " + TAUGHT)
    int restore(UUID me, UUID id);

    /** Deletes for good what is too old, and what was removed a month ago. */
    @SqlUpdate("delete from work where due < :oldest or removed_at < now() - interval '30 days'")
    int purge(LocalDate oldest);

    /** Ticks a work, once. @return 1, or 0 if the caller is not a pupil of its class */
    @SqlUpdate("""
            insert into tick (work_id, pupil_id)
            select w.id, :me from work w
            where w.id = :id and w.removed_at is null and exists (
                select from ent.class_reader r
                where r.class_id = w.class_id and r.person_id = :me and r.how = 'PUPIL')
            on conflict on constraint tick_pkey do update set at = tick.at
            """)
    int tick(UUID me, UUID id);

    /** Takes the caller's tick away. */
    @SqlUpdate("delete from tick where work_id = :id and pupil_id = :me")
    int untick(UUID me, UUID id);

    /** Works written and ticks made by a person, newest first. */
    @SqlQuery("""
            select kind, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as date,
                   subject || ', pour le ' || to_char(due, 'DD/MM/YYYY') || ' : ' || text as text
            from (
                select 'Travail donné' as kind, given_at as at, subject, due, text
                from work where author_id = :personId
                union all
                select 'Travail coché « fait »', t.at, w.subject, w.due, w.text
                from tick t join work w on w.id = t.work_id
                where t.pupil_id = :personId
            ) kept
            order by at desc
            """)
    List<PersonalData.Item> keptAbout(UUID personId);

    /** The works belong to the class: they stay, without a name. */
    @SqlUpdate("update work set author_id = null where author_id = :personId")
    int forgetAuthor(UUID personId);

    /** Deletes a pupil's ticks. */
    @SqlUpdate("delete from tick where pupil_id = :personId")
    int deleteTicks(UUID personId);
}
