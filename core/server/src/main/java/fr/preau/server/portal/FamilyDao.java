package fr.preau.server.portal;

import fr.preau.server.portal.view.ChildView;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Whose class, whose children: what a person sees of their own ties. Runs in the thread's scope. */
interface FamilyDao {
    /** A guardian's children with their class, eldest first. */
    @SqlQuery("""
            select p.display_name as name, coalesce(c.name, '') as class_name, coalesce(c.school_name, '') as school_name,
                   exists (select from core.charter_standing s join core.guardianship t on t.pupil_id = s.person_id
                           where s.person_id = p.id and s.step = 'GUARDIAN' and t.guardian_id = :guardian
                             and t.contact and t.until is null) as waiting
            from ent.guardianship g join ent.person p on p.id = g.pupil_id
            left join ent.membership m on m.person_id = p.id and m.role = 'PUPIL'
            left join ent.class c on c.id = m.class_id
            where g.guardian_id = :guardian
            order by p.birth_date nulls last, p.first_name
            """)
    @RegisterConstructorMapper(ChildView.class)
    List<ChildView> childrenOf(UUID guardian);

    /** The classes a person attends or teaches, and the schools they head, in words. */
    @SqlQuery("""
            select coalesce(c.name || ', ', '') || s.name
            from ent.membership m join ent.school s on s.id = m.school_id left join ent.class c on c.id = m.class_id
            where m.person_id = :person
            order by s.name, c.name nulls first
            """)
    List<String> placesOf(UUID person);
}
