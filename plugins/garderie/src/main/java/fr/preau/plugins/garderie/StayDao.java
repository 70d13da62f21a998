package fr.preau.plugins.garderie;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Evenings: whom one may book for, who is there tonight. Who may do what is in the statement: {@code ent.school_right}. */
public interface StayDao {
    /** The children the person may book for, the eldest first. */
    @SqlQuery("""
            select p.id, p.first_name, c.name as class_name, s.id as school_id, s.name as school_name
            from ent.guardianship g
            join ent.person p on p.id = g.pupil_id
            join ent.membership m on m.person_id = p.id and m.role = 'PUPIL'
            join ent.class c on c.id = m.class_id
            join ent.school s on s.id = m.school_id
            where g.guardian_id = :me and m.school_id in (
                select school_id from ent.school_right where person_id = :me and right_name = 'book')
            order by p.birth_date nulls last, p.first_name, p.id
            """)
    @RegisterConstructorMapper(Child.class)
    List<Child> childrenOf(UUID me);

    /** A booked evening. */
    record Booked(UUID childId, LocalDate day) {}

    /** The evenings booked for the person's children. */
    @SqlQuery("""
            select s.child_id, s.day from stay s join ent.guardianship g on g.pupil_id = s.child_id
            where g.guardian_id = :me and s.day between :from and :to order by s.day
            """)
    @RegisterConstructorMapper(Booked.class)
    List<Booked> bookedFor(UUID me, LocalDate from, LocalDate to);

    /** Books evenings (ISO 8601); those that were booked stay as they are. */
    @SqlUpdate("insert into stay (child_id, day, school_id, booked_by) select :child, day, :school, :me "
            + "from unnest(:days::date[]) day on conflict do nothing")
    void book(UUID child, UUID school, UUID me, String[] days);

    /** Takes bookings back. */
    @SqlUpdate("delete from stay where child_id = :child and day = any (:days::date[]) and left_at is null")
    void cancel(UUID child, String[] days);

    /** Those expected this evening in the schools of which the person may see the list, by school and name. */
    @SqlQuery("""
            select p.id, p.display_name as name, coalesce(c.name, '') as class_name, s.id as school_id, s.name as school_name,
                   coalesce(k.collectors, '') as collectors, coalesce(k.allergies, '') <> '' as noted, t.left_at, t.left_with
            from stay t
            join ent.school s on s.id = t.school_id
            join ent.person p on p.id = t.child_id
            left join ent.membership m on m.person_id = p.id and m.role = 'PUPIL' and m.school_id = t.school_id
            left join ent.class c on c.id = m.class_id
            left join care k on k.child_id = t.child_id
            where t.day = :today and t.school_id in (
                select school_id from ent.school_right where person_id = :me and right_name = 'tonight')
            order by s.name, t.left_at is not null, p.last_name, p.first_name, p.id
            """)
    @RegisterConstructorMapper(Guest.class)
    List<Guest> tonight(UUID me, LocalDate today);

    /** Notes that a child went home, or with {@code here} that it did not; 0 if it is not on the person's list. */
    @SqlUpdate("""
            update stay set left_at = case when :here then null else now() end, left_with = :with, seen_off_by = :me
            where child_id = :child and day = :today and (left_at is null) = not :here and school_id in (
                select school_id from ent.school_right where person_id = :me and right_name = 'tonight')
            """)
    int seeOff(UUID me, UUID child, LocalDate today, String with, boolean here);

    /** How many are expected, in the schools of which the person may know it. */
    @SqlQuery("""
            select s.name as school_name, t.day, count(*)::integer as children
            from stay t join ent.school s on s.id = t.school_id
            where t.day between :from and :to and t.school_id in (
                select school_id from ent.school_right where person_id = :me and right_name = 'count')
            group by s.name, t.day order by s.name, t.day
            """)
    @RegisterConstructorMapper(Expected.class)
    List<Expected> expected(UUID me, LocalDate from, LocalDate to);
}
