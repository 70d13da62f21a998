package fr.preau.server.access;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Who holds a right in a place, now: each list is one statement over the views of schema {@code access}. */
@RegisterConstructorMapper(HoldersDao.Row.class)
interface HoldersDao {
    /** Somebody, by what (profiles, then roles or levels of sharing), and how many there are in all. */
    record Row(UUID id, String name, List<String> profiles, List<String> roles, long total) {}

    String PEOPLE = """
            select p.id, p.display_name as name,
                   array_remove(array_agg(distinct h.as_profile), '') as profiles,
                   array_remove(array_agg(distinct h.by_role), '') as roles,
                   count(*) over () as total
            from ent.person p join\s""";

    String END = """
            and h.right_name = :right and (:query = '' or position(ent.plain(:query) in ent.plain(p.display_name)) > 0)
            group by p.id, p.display_name order by p.display_name, p.id limit :limit offset :offset
            """;

    @SqlQuery(PEOPLE
            + "access.class_holder h on h.person_id = p.id where h.class_id = :place and h.plugin_id = :plugin\n" + END)
    List<Row> inClass(UUID place, String plugin, String right, String query, int limit, int offset);

    @SqlQuery(PEOPLE
            + "access.school_holder h on h.person_id = p.id where h.school_id = :place and h.plugin_id = :plugin\n"
            + END)
    List<Row> inSchool(UUID place, String plugin, String right, String query, int limit, int offset);

    @SqlQuery(PEOPLE
            + "access.resource_holder h on h.person_id = p.id where h.resource_id = :place and h.plugin_id = :plugin\n"
            + END)
    List<Row> onResource(UUID place, String plugin, String right, String query, int limit, int offset);

    @SqlQuery(PEOPLE + "access.tenant_holder h on h.person_id = p.id where h.plugin_id = :plugin\n" + END)
    List<Row> inTenant(String plugin, String right, String query, int limit, int offset);
}
