package fr.preau.plugins.blog;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The classes of a person, with what they may do there. */
public interface ClassDao {

    /**
     * The classes a person has to do with, by school and name. A class of a past school year is left out, once September
     * has begun: a head would see every year's; its posts stay in the list of all.
     *
     * @param writer whether the person holds the right to write
     * @param moderator whether the person holds the right to moderate
     */
    @SqlQuery("""
            select c.id, c.name, c.school_name, tie.writes and :writer as writes, tie.moderates and :moderator as moderates,
                   case when tie.moderates and :moderator then
                       (select count(*) from post p where p.class_id = c.id and p.state = 'WAITING')
                       + (select count(*) from comment m join post p on p.id = m.post_id
                          where m.class_id = c.id and m.state = 'WAITING' and p.state = 'PUBLISHED')
                   else 0 end as waiting
            from (select class_id, bool_or(how in ('PUPIL', 'TEACHER', 'HEAD')) as writes,
                         bool_or(how in ('TEACHER', 'HEAD')) as moderates
                  from ent.class_reader where person_id = :me group by class_id) tie
            join ent.class c on c.id = tie.class_id
            where c.school_year >= extract(year from current_date - interval '8 months')
            order by c.school_name, c.name, c.id
            """)
    @RegisterConstructorMapper(BlogClass.class)
    List<BlogClass> ofPerson(UUID me, boolean writer, boolean moderator);

    /** Whether the person has to do with a class, of whatever year. */
    @SqlQuery("select exists (select 1 from ent.class_reader where class_id = :classId and person_id = :me)")
    boolean reads(UUID classId, UUID me);
}
