package fr.preau.server.access;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Who holds some rights, and where: one statement over the views of schema {@code access}. */
@RegisterConstructorMapper(PreviewDao.Holding.class)
interface PreviewDao {
    /** One right of one person in one place; no place: the whole ENT. */
    record Holding(
            String plugin,
            String rightName,
            UUID personId,
            String name,
            @Nullable UUID place) {}

    /** Of the portal's own rights, which are in none of the views, those that roles give. */
    @SqlQuery("""
            select distinct h.plugin_id as plugin, h.right_name, h.person_id, p.display_name as name, h.place
            from unnest(:plugins, :names) asked (plugin_id, right_name)
            join (
                select plugin_id, right_name, person_id, class_id as place from access.class_holder
                union all
                select plugin_id, right_name, person_id, school_id from access.school_holder
                union all
                select plugin_id, right_name, person_id, resource_id from access.resource_holder
                union all
                select plugin_id, right_name, person_id, null from access.tenant_holder
                union all
                select r.plugin_id, r.name, u.person_id, g.scope_id
                from access.live_grant g
                join core.role o on o.tenant_id = g.tenant_id and o.id = g.role_id and o.removed_at is null
                join core.role_right r on r.tenant_id = g.tenant_id and r.role_id = g.role_id and r.plugin_id = 'preau'
                join access.person_subject u on u.tenant_id = g.tenant_id and u.subject = g.subject
            ) h using (plugin_id, right_name)
            join ent.person p on p.id = h.person_id
            """)
    List<Holding> holdings(String[] plugins, String[] names);
}
