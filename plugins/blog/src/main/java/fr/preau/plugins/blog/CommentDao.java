package fr.preau.plugins.blog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Comments: read as a person may see them, then changed. Everybody of the class sees the published ones, authors their
 * own, moderators all; and none without the post being published.
 */
@RegisterConstructorMapper(Comment.class)
public interface CommentDao {

    /** The columns of {@link Comment}, and who may see the row at all. */
    String VISIBLE = """
            with held as materialized (
                     select class_id as about, right_name from ent.class_right where person_id = :me
                     union all
                     select resource_id, right_name from ent.resource_right
                     where person_id = :me and resource_kind = 'post')
            select m.id, m.post_id, p.title as post_title, c.name as class_name,
                   coalesce(a.display_name, '') as author_name, m.state, m.body as text, m.created_at,
                   m.removed_by_author, coalesce(m.author_id = :me, false) as mine, tie.moderates
            from comment m
            join post p on p.id = m.post_id
            join ent.class c on c.id = m.class_id
            left join ent.person a on a.id = m.author_id
            cross join lateral (
                select bool_or(held.right_name = 'moderate') as moderates
                from held where held.about in (m.class_id, m.post_id)
                having bool_or(held.right_name = 'read')) tie
            where p.state = 'PUBLISHED' and (m.state = 'PUBLISHED' or m.author_id = :me or tie.moderates)
            """;

    /** The comments of a post, in the order of the conversation. */
    @SqlQuery(VISIBLE + "and m.post_id = :postId order by m.created_at, m.id")
    List<Comment> ofPost(UUID postId, UUID me);

    /** One comment. */
    @SqlQuery(VISIBLE + "and m.id = :id")
    Optional<Comment> find(UUID id, UUID me);

    /** Comments that wait for this moderator, the longest waiting first. */
    @SqlQuery("""
            select m.id, m.post_id, p.title as post_title, c.name as class_name,
                   coalesce(a.display_name, '') as author_name, m.state, m.body as text, m.created_at,
                   m.removed_by_author, coalesce(m.author_id = :me, false) as mine, true as moderates
            from (select distinct class_id from ent.class_right
                  where person_id = :me and right_name = 'moderate') mine
            join comment m on m.class_id = mine.class_id and m.state = 'WAITING'
            join post p on p.id = m.post_id and p.state = 'PUBLISHED'
            join ent.class c on c.id = m.class_id
            left join ent.person a on a.id = m.author_id
            order by m.created_at, m.id limit :limit
            """)
    List<Comment> waiting(UUID me, int limit);

    /** Whether the person may comment on a post: in its class, or since it was shared with them for that. */
    @SqlQuery("""
            select exists (select 1 from post p join ent.class_right r on r.class_id = p.class_id
                           where p.id = :postId and r.person_id = :me and r.right_name = 'comment')
                or exists (select 1 from ent.resource_right where resource_kind = 'post' and resource_id = :postId
                           and person_id = :me and right_name = 'comment')
            """)
    boolean mayComment(UUID postId, UUID me);

    /** Adds a comment to a post; 0 if the id is taken, as when a form is sent twice. */
    @SqlUpdate("""
            insert into comment (id, post_id, class_id, author_id, state, body)
            select :id, p.id, p.class_id, :me, :state, :text from post p where p.id = :postId and p.state = 'PUBLISHED'
            on conflict (tenant_id, id) do nothing
            """)
    int insert(UUID id, UUID postId, UUID me, CommentState state, String text);

    /** Publishes what waits. */
    @SqlUpdate("update comment set state = 'PUBLISHED' where id = :id and state = 'WAITING'")
    int approve(UUID id);

    /** Takes away, and remembers from where. */
    @SqlUpdate("""
            update comment set removed_from = state, state = 'REMOVED', removed_by_author = :byAuthor
            where id = :id and state <> 'REMOVED'
            """)
    int remove(UUID id, boolean byAuthor);

    /** Puts back where it was. */
    @SqlUpdate("""
            update comment set state = removed_from, removed_from = null, removed_by_author = false
            where id = :id and state = 'REMOVED'
            """)
    int restore(UUID id);
}
