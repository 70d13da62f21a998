package fr.preau.plugins.blog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The classes of a person, with what they may do there. */
public interface ClassDao {

    /**
     * The classes a person has to do with, by school and name. A class of a past school year is left out, once September
     * has begun: a head would see every year's; its posts stay in the list of all.
     */
    @SqlQuery("""
            select c.id, c.name, c.school_name, tie.writes, tie.moderates,
                   case when tie.moderates then
                       (select count(*) from post p where p.class_id = c.id and p.state = 'WAITING')
                       + (select count(*) from comment m join post p on p.id = m.post_id
                          where m.class_id = c.id and m.state = 'WAITING' and p.state = 'PUBLISHED')
                   else 0 end as waiting
            from (select class_id, bool_or(right_name = 'write') as writes, bool_or(right_name = 'moderate') as moderates
                  from ent.class_right where person_id = :me group by class_id
                  having bool_or(right_name = 'read')) tie
            join ent.class c on c.id = tie.class_id
            where c.school_year >= extract(year from current_date - interval '8 months')
            order by c.school_name, c.name, c.id
            """)
    @RegisterConstructorMapper(BlogClass.class)
    List<BlogClass> ofPerson(UUID me);

    /** The school of a class; empty if the blog does not run there. */
    @SqlQuery("select school_id from ent.class where id = :classId")
    Optional<UUID> schoolOf(UUID classId);

    /** Whether the person has to do with a class, of whatever year. */
    @SqlQuery(
            "select exists (select 1 from ent.class_right where class_id = :classId and person_id = :me and right_name = 'read')")
    boolean reads(UUID classId, UUID me);
}
