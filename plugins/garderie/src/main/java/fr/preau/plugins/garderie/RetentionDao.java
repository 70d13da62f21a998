package fr.preau.plugins.garderie;

import java.time.LocalDate;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Deletes what is kept long enough. */
public interface RetentionDao {
    /** The evenings before a day. */
    @SqlUpdate("delete from stay where day < :oldest")
    int deleteStaysBefore(LocalDate oldest);

    /**
     * The notes on children who are pupils no more. Only of those who stayed last in a school where the garderie runs: of others
     * the directory tells nothing here, and a garderie that is suspended must find its notes again.
     */
    @SqlUpdate("""
            delete from care c
            where not exists (select from ent.membership m where m.person_id = c.child_id and m.role = 'PUPIL')
              and (select s.school_id from stay s where s.child_id = c.child_id order by s.day desc limit 1)
                  in (select school_id from ent.open_school)
            """)
    int deleteCareOfThoseWhoLeft();
}
