package fr.preau.plugins.cahierdetextes;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What the cahier knows of class blogs. Thread-safe. */
public interface BlogDao {
    /** Adds a post, once. */
    @SqlUpdate("insert into blog_post (post_id, class_id, day, path) values (:post, :classId, :day, :path) "
            + "on conflict (tenant_id, post_id) do nothing")
    int add(UUID post, UUID classId, LocalDate day, String path);

    /** Takes a post away, if it is known. */
    @SqlUpdate("delete from blog_post where post_id = :post")
    int remove(UUID post);

    /** The posts of these classes between two days, both included, for who reads their cahier. */
    @SqlQuery("""
            select class_id, day, path from blog_post
            where class_id = any(:classes) and day between :from and :to and class_id in (
                select class_id from ent.class_right where person_id = :me and right_name = 'read')
            order by day, post_id
            """)
    @RegisterConstructorMapper(BlogPost.class)
    List<BlogPost> between(UUID me, Collection<UUID> classes, LocalDate from, LocalDate to);

    /** Forgets what is too old. */
    @SqlUpdate("delete from blog_post where day < :oldest")
    int purge(LocalDate oldest);
}
