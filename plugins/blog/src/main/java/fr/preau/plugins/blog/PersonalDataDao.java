package fr.preau.plugins.blog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What the blog keeps about a person, whatever the class and its year. */
public interface PersonalDataDao {

    /**
     * A text that the person wrote.
     *
     * @param post true for a post, false for a comment
     * @param createdAt when it was begun
     * @param title the post's title; for a comment, that of the post it answers
     * @param text the text
     * @param word what a teacher wrote to the person about it; empty if nothing
     */
    record Written(boolean post, Instant createdAt, String title, String text, String word) {}

    /** All that the person wrote, newest first. */
    @SqlQuery("""
            select true as post, created_at, title, body as text, word from post where author_id = :person
            union all
            select false, m.created_at, p.title, m.body, ''
            from comment m join post p on p.id = m.post_id where m.author_id = :person
            order by created_at desc
            """)
    @RegisterConstructorMapper(Written.class)
    List<Written> written(UUID person);

    /**
     * A post that is no more.
     *
     * @param id which it was
     * @param state where it stood
     */
    record Deleted(UUID id, PostState state) {}

    /** Deletes the person's posts that nobody reads, or that nobody else commented, with their own comments below. */
    @SqlQuery("""
            delete from post where author_id = :person and (state <> 'PUBLISHED' or not exists (
                select 1 from comment m where m.post_id = post.id and m.author_id is distinct from :person))
            returning id, state
            """)
    @RegisterConstructorMapper(Deleted.class)
    List<Deleted> deletePosts(UUID person);

    /** Takes the name off the posts that remain: others answered them. */
    @SqlUpdate("update post set author_id = null, word = '' where author_id = :person")
    int namelessPosts(UUID person);

    /** Deletes the person's comments that nobody reads. */
    @SqlUpdate("delete from comment where author_id = :person and state <> 'PUBLISHED'")
    int deleteComments(UUID person);

    /** Takes the name off the comments that remain: they are part of a conversation. */
    @SqlUpdate("update comment set author_id = null where author_id = :person")
    int namelessComments(UUID person);
}
