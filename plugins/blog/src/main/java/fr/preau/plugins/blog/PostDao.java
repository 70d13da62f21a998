package fr.preau.plugins.blog;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * One post: read as a person may see it, then changed. Changes name the version that was read and change no row if
 * another came first; they ask no rights, {@link Posts} did.
 */
public interface PostDao {

    /**
     * A post, if the person may see it: what is published for the class's readers, the rest for its author, and what was
     * sent for moderators.
     */
    @SqlQuery("""
            select p.id, p.class_id, c.name as class_name, coalesce(a.display_name, '') as author_name, p.state,
                   p.title, p.body as text, p.version, p.created_at, p.updated_at, p.published_at, p.removed_by_author,
                   case when p.author_id = :me or tie.moderates then p.word else '' end as word,
                   coalesce(p.author_id = :me, false) as mine, tie.moderates, tie.shared_by
            from post p
            join ent.class c on c.id = p.class_id
            left join ent.person a on a.id = p.author_id
            cross join lateral (
                select bool_or(r.right_name = 'moderate') as moderates, min(r.shared_by) as shared_by
                from (select right_name, '' as shared_by from ent.class_right
                      where class_id = p.class_id and person_id = :me
                      union all
                      select right_name, shared_by from ent.resource_right where resource_kind = 'post' and resource_id = p.id
                         and person_id = :me and p.state = 'PUBLISHED') r
                having bool_or(r.right_name = 'read')) tie
            where p.id = :id
              and (p.state = 'PUBLISHED' or p.author_id = :me
                   or (tie.moderates and 'DRAFT' not in (p.state, coalesce(p.removed_from, ''))))
            """)
    @RegisterConstructorMapper(Post.class)
    Optional<Post> find(UUID id, UUID me);

    /**
     * Whether the person may write in a class: empty if not, else whether they moderate it.
     */
    @SqlQuery("""
            select bool_or(right_name = 'moderate') from ent.class_right
            where class_id = :classId and person_id = :me having bool_or(right_name = 'write')
            """)
    Optional<Boolean> tieToWrite(UUID classId, UUID me);

    /** The school of a published post that the person may share; empty if there is none. */
    @SqlQuery("""
            select c.school_id from post p join ent.class c on c.id = p.class_id
            where p.id = :id and p.state = 'PUBLISHED' and exists (
                select 1 from ent.class_right r
                where r.class_id = p.class_id and r.person_id = :me and r.right_name = 'share')
            """)
    Optional<UUID> schoolToShare(UUID id, UUID me);

    /** Adds a post; 0 if the id is taken, as when a form is sent twice. */
    @SqlUpdate("""
            insert into post (id, class_id, author_id, state, title, body, published_at)
            values (:id, :classId, :me, :state, :title, :text, case when :state = 'PUBLISHED' then now() end)
            on conflict (tenant_id, id) do nothing
            """)
    int insert(UUID id, UUID classId, UUID me, PostState state, @BindMethods PostText text);

    /** Replaces title and text. */
    @SqlUpdate("""
            update post set title = :title, body = :text, state = :state,
                published_at = case when :state = 'PUBLISHED' then coalesce(published_at, now()) else published_at end,
                version = version + 1, updated_at = now()
            where id = :id and version = :version
            """)
    int rewrite(UUID id, int version, PostState state, @BindMethods PostText text);

    /** A moderator's decision. */
    @SqlUpdate("""
            update post set state = :state, word = :word,
                published_at = case when :state = 'PUBLISHED' then coalesce(published_at, now()) else published_at end,
                version = version + 1, updated_at = now()
            where id = :id and version = :version
            """)
    int decide(UUID id, int version, PostState state, String word);

    /** Takes away, and remembers from where. */
    @SqlUpdate("""
            update post set removed_from = state, state = 'REMOVED', removed_by_author = :byAuthor,
                version = version + 1, updated_at = now()
            where id = :id and version = :version and state <> 'REMOVED'
            """)
    int remove(UUID id, int version, boolean byAuthor);

    /** Puts back where it was. */
    @SqlUpdate("""
            update post set state = removed_from, removed_from = null, removed_by_author = false,
                version = version + 1, updated_at = now()
            where id = :id and version = :version and state = 'REMOVED'
            """)
    int restore(UUID id, int version);
}
