package fr.preau.plugins.blog;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.UseRowMapper;

/**
 * Lists of posts, each in one statement. Each inner query picks a page's rows by an index, then {@link #LINES} adds
 * names and counts to those rows alone.
 */
public interface PostLineDao {

    /** The newest of each class by its index, so that a head with twenty classes reads 220 index entries at most. */
    String NEWEST = """
            with p as (
                select n.* from (select distinct class_id from ent.class_right
                               where person_id = :me and right_name = 'read') mine
                cross join lateral (
                    select id, class_id, author_id, state, title, body, published_at as moment, '' as shared_by from post
                    where post.class_id = mine.class_id and state = 'PUBLISHED' and published_at <= :at
                      and (published_at < :at or id > :id)
            """;

    /** Ends {@link #NEWEST}; a restriction to one class goes between. */
    String NEWEST_OF_CLASSES = """
                    order by published_at desc, id limit :limit) n
            """;

    /** Ends the list. */
    String NEWEST_END = """
                order by moment desc, id limit :limit)
            """;

    /** What was shared with the person from classes that are not theirs. */
    String SHARED = """
                union all
                select id, class_id, author_id, state, title, body, published_at, shares.shared_by
                from (select resource_id as id, min(shared_by) as shared_by from ent.resource_right
                      where person_id = :me and resource_kind = 'post' and right_name = 'read' group by resource_id) shares
                join post using (id)
                where state = 'PUBLISHED' and published_at <= :at and (published_at < :at or id > :id)
                  and class_id not in (select class_id from ent.class_right where person_id = :me and right_name = 'read')
            """;

    /** The columns of {@link PostLine}, in its order. */
    String LINES = "select p.id, p.class_id, c.name, coalesce(a.display_name, ''), p.state, p.title, left(p.body, "
            + (PostLine.EXCERPT + 1)
            + "), p.moment,"
            + """
             (select count(*) from comment m where m.post_id = p.id and m.state = 'PUBLISHED'), p.shared_by
            from p join ent.class c on c.id = p.class_id left join ent.person a on a.id = p.author_id
            """;

    /** The classes that a person moderates. */
    String MODERATED = """
            (select distinct class_id from ent.class_right where person_id = :me and right_name = 'moderate') mine
            """;

    /** Published posts of all classes of a person, newest first, after a cursor. */
    @SqlQuery(NEWEST + NEWEST_OF_CLASSES + SHARED + NEWEST_END + LINES + "order by p.moment desc, p.id")
    @UseRowMapper(PostLine.Mapper.class)
    List<PostLine> newest(UUID me, @BindMethods Cursor cursor, int limit);

    /** As {@link #newest}, in one class. */
    @SqlQuery(NEWEST + "and mine.class_id = :classId\n" + NEWEST_OF_CLASSES + NEWEST_END + LINES
            + "order by p.moment desc, p.id")
    @UseRowMapper(PostLine.Mapper.class)
    List<PostLine> newestOfClass(UUID me, UUID classId, @BindMethods Cursor cursor, int limit);

    /** A person's own posts in any state, in the classes they still have to do with, last changed first. */
    @SqlQuery("""
            with p as (
                select id, class_id, author_id, state, title, body, updated_at as moment, '' as shared_by
                from post
                where author_id = :me and updated_at <= :at and (updated_at < :at or id > :id)
                  and exists (select 1 from ent.class_right r where r.class_id = post.class_id and r.person_id = :me
                              and r.right_name = 'read')
                order by updated_at desc, id limit :limit)
            """ + LINES + "order by p.moment desc, p.id")
    @UseRowMapper(PostLine.Mapper.class)
    List<PostLine> written(UUID me, @BindMethods Cursor cursor, int limit);

    /** Posts that wait for this moderator, the longest waiting first. */
    @SqlQuery("""
            with p as (
                select id, class_id, author_id, state, title, body, updated_at as moment, '' as shared_by
                from post join\s""" + MODERATED + """
                using (class_id) where state = 'WAITING' order by updated_at, id limit :limit)
            """ + LINES + "order by p.moment, p.id")
    @UseRowMapper(PostLine.Mapper.class)
    List<PostLine> waiting(UUID me, int limit);

    /** Posts that moderators removed and this one may put back, last removed first. */
    @SqlQuery("""
            with p as (
                select id, class_id, author_id, state, title, body, updated_at as moment, '' as shared_by
                from post join\s""" + MODERATED + """
                using (class_id) where state = 'REMOVED' and not removed_by_author
                order by updated_at desc, id limit :limit)
            """ + LINES + "order by p.moment desc, p.id")
    @UseRowMapper(PostLine.Mapper.class)
    List<PostLine> removed(UUID me, int limit);
}
