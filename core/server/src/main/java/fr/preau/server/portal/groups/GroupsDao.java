package fr.preau.server.portal.groups;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Groups and their members; who may is asked before. */
interface GroupsDao {
    String LINES = """
            select g.id, g.name, g.school_id, coalesce(s.name, '') as school, g.closed_at,
                   (select count(distinct m.person_id) from core.people_group_member m
                    where m.tenant_id = g.tenant_id and m.group_id = g.id and m.since <= current_date
                      and (m.until is null or m.until > current_date))::integer as members
            from core.people_group g left join core.school s on s.tenant_id = g.tenant_id and s.id = g.school_id
            """;

    /** All of them, or those of the schools that a head heads. */
    @SqlQuery(LINES + """
            where :all or g.school_id in (select school_id from access.tie where person_id = :me and profile = 'HEAD')
            order by g.closed_at is not null, school, g.name, g.id
            """)
    @RegisterConstructorMapper(GroupLine.class)
    List<GroupLine> all(boolean all, UUID me);

    @SqlQuery(LINES + """
            where g.id = :id and (:all
                or g.school_id in (select school_id from access.tie where person_id = :me and profile = 'HEAD'))
            """)
    @RegisterConstructorMapper(GroupLine.class)
    Optional<GroupLine> find(UUID id, boolean all, UUID me);

    @SqlQuery("""
            select p.id, p.display_name as name, p.profile, m.since, m.until,
                   m.until is null or m.until > current_date as present
            from core.people_group_member m join ent.person p on p.id = m.person_id
            where m.group_id = :group order by present desc, p.last_name, p.first_name, p.id, m.since desc
            """)
    @RegisterConstructorMapper(MemberLine.class)
    List<MemberLine> members(UUID group);

    @SqlQuery("select exists (select from core.people_group where name = :name and closed_at is null "
            + "and school_id is not distinct from cast(:school as uuid) and id is distinct from cast(:but as uuid))")
    boolean taken(String name, @Nullable UUID school, @Nullable UUID but);

    @SqlQuery("insert into core.people_group (name, school_id) values (:name, :school) returning id")
    UUID make(String name, @Nullable UUID school);

    @SqlUpdate("update core.people_group set name = :name where id = :id")
    void rename(UUID id, String name);

    @SqlUpdate("update core.people_group set closed_at = case when :closed then now() end where id = :id")
    void close(UUID id, boolean closed);

    @SqlQuery("select display_name from ent.person where id = :person")
    Optional<String> nameOf(UUID person);

    /** Ends an earlier membership that is still on, then begins one; the same day again: that one goes on. */
    @SqlUpdate("""
            with before as (
                update core.people_group_member set until = :since
                where group_id = :group and person_id = :person and since < :since and (until is null or until > :since))
            insert into core.people_group_member (group_id, person_id, since, until) values (:group, :person, :since, :until)
            on conflict (tenant_id, group_id, person_id, since) do update set until = excluded.until
            """)
    void add(UUID group, UUID person, LocalDate since, @Nullable LocalDate until);

    /** Ends what is on, and what was to come. */
    @SqlUpdate("update core.people_group_member set until = greatest(since, current_date) "
            + "where group_id = :group and person_id = :person and (until is null or until > current_date)")
    int end(UUID group, UUID person);
}
