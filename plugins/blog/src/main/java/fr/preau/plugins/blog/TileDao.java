package fr.preau.plugins.blog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** What the tile shows, in one statement. */
public interface TileDao {

    /**
     * One of the newest posts, repeated with the person's counts; a single row without a post if there is none.
     *
     * @param waiting posts and comments that wait for the person to read them again
     * @param refused posts of the person's own that were sent back
     * @param id the post, null if there is none
     * @param title its title, null if there is none
     * @param className its class, null if there is none
     * @param publishedAt when it was published, null if there is none
     */
    record Row(
            int waiting,
            int refused,
            @Nullable UUID id,
            @Nullable String title,
            @Nullable String className,
            @Nullable Instant publishedAt) {}

    /** The three newest posts, and the counts. At least one row. */
    @SqlQuery("""
            with mine as (
                select class_id, bool_or(right_name = 'moderate') as moderates
                from ent.class_right where person_id = :me group by class_id having bool_or(right_name = 'read')),
            counts as (
                select (select count(*) from mine join post p on p.class_id = mine.class_id
                        where mine.moderates and p.state = 'WAITING')
                     + (select count(*) from mine join comment m on m.class_id = mine.class_id
                        join post p on p.id = m.post_id
                        where mine.moderates and m.state = 'WAITING' and p.state = 'PUBLISHED') as waiting,
                       (select count(*) from mine join post p on p.class_id = mine.class_id
                        where p.author_id = :me and p.state = 'REFUSED') as refused)
            select counts.waiting, counts.refused, n.id, n.title, n.class_name, n.published_at
            from counts left join lateral (
                select p.id, p.title, c.name as class_name, p.published_at
                from mine
                cross join lateral (
                    select id, class_id, title, published_at from post
                    where post.class_id = mine.class_id and state = 'PUBLISHED'
                    order by published_at desc, id limit 3) p
                join ent.class c on c.id = p.class_id
                order by p.published_at desc, p.id limit 3) n on true
            order by n.published_at desc, n.id
            """)
    @RegisterConstructorMapper(Row.class)
    List<Row> newest(UUID me);
}
