-- Sharing, for plugins to call on their own connection: part of their transaction. Which plugin shares is told by its login,
-- the tenant by the setting. Owned by ${views}: bound by row-level security, with no other right to write than this.
grant insert, update on core.role_grant to ${views};

set role ${views};

create function ent.share(kind text, resource uuid, school uuid, subject text, level text, until date, giver uuid)
returns boolean language plpgsql security definer set search_path = pg_catalog as $$
#variable_conflict use_variable
declare
    plugin text := (select p.plugin_id from system.plugin_login p where p.login = session_user);
begin
    if plugin is null
       or not exists (select from system.plugin_level l
                      where l.plugin_id = plugin and l.kind = kind and l.level = level)
       or not exists (select from access.person_subject s where s.subject = subject)
       or not exists (select from ent.audience a where a.person_id = giver and a.subject = subject
                      union all
                      select from ent.audience_person a where a.person_id = giver and a.subject = subject)
       or (school is not null and not exists (select from core.school s where s.id = school)) then
        return false;
    end if;
    perform ent.unshare(kind, resource, subject, giver);
    insert into core.role_grant (subject, scope_kind, scope_id, plugin_id, resource_kind, resource_school, level, until,
                                 given_by, given_by_name, given_by_profile)
    select subject, 'RESOURCE', resource, plugin, kind, school, level, until,
           p.id, p.first_name || ' ' || coalesce(nullif(p.usual_name, ''), p.last_name), p.profile
    from core.person p where p.id = giver;
    return found;
end $$;

create function ent.unshare(kind text, resource uuid, subject text, giver uuid)
returns boolean language plpgsql security definer set search_path = pg_catalog as $$
#variable_conflict use_variable
begin
    update core.role_grant g set revoked_at = now(),
           revoked_by_name = (select p.first_name || ' ' || p.last_name from core.person p where p.id = giver)
    where g.plugin_id = (select p.plugin_id from system.plugin_login p where p.login = session_user)
      and g.resource_kind = kind and g.scope_id = resource and g.subject = subject and g.level <> '' and g.revoked_at is null;
    return found;
end $$;

-- What the plugin that asks has shared.
create view ent.share_made as
    select g.resource_kind, g.scope_id as resource_id, g.subject, g.level, g.until, g.given_by_name,
           split_part(g.subject, ':', 1) as kind,
           coalesce(p.first_name || ' ' || coalesce(nullif(p.usual_name, ''), p.last_name), c.name, s.name, u.name,
                    split_part(g.subject, ':', 2)) as name
    from core.role_grant g
    left join core.person p on g.subject = 'PERSON:' || p.id
    left join core.class c on split_part(g.subject, ':', 2) = c.id::text
    left join core.school s on split_part(g.subject, ':', 2) = s.id::text
    left join core.people_group u on split_part(g.subject, ':', 2) = u.id::text
    where g.level <> '' and g.revoked_at is null and (g.until is null or g.until > current_date)
      and g.plugin_id = (select plugin_id from system.plugin_login where login = session_user);

-- With whom a person may share: the groups of the person's schools and of their classes of this year.
create view ent.audience as
    select t.person_id, k.kind || ':' || c.id as subject, k.kind, c.name
    from access.tie t
    join core.class c on c.tenant_id = t.tenant_id and c.school_id = t.school_id
     and c.school_year = extract(year from current_date - interval '7 months')
    cross join (values ('CLASS_PUPIL'), ('CLASS_GUARDIAN'), ('CLASS_TEACHER')) k (kind)
    where t.profile in ('TEACHER', 'HEAD', 'SCHOOL_STAFF') and t.school_id in (select school_id from ent.open_school)
    union
    select t.person_id, k.kind || ':' || s.id, k.kind, s.name
    from access.tie t join core.school s on s.tenant_id = t.tenant_id and s.id = t.school_id
    cross join (values ('SCHOOL_TEACHER'), ('SCHOOL_GUARDIAN'), ('SCHOOL_SCHOOL_STAFF')) k (kind)
    where t.profile in ('TEACHER', 'HEAD', 'SCHOOL_STAFF') and s.id in (select school_id from ent.open_school)
    union
    select t.person_id, 'GROUP:' || g.id, 'GROUP', g.name
    from access.tie t join core.people_group g on g.tenant_id = t.tenant_id and g.school_id = t.school_id and g.closed_at is null
    where t.profile in ('TEACHER', 'HEAD', 'SCHOOL_STAFF') and g.school_id in (select school_id from ent.open_school);

-- And single people: those who have to do with the schools in which the person works and whom no court keeps
-- from a child there, and the town's staff.
create view ent.audience_person as
    select t.person_id, 'PERSON:' || p.id as subject, p.profile,
           p.first_name || ' ' || coalesce(nullif(p.usual_name, ''), p.last_name) as name
    from access.tie t
    join core.person p on p.tenant_id = t.tenant_id and p.suspended_at is null and p.id <> t.person_id
     and (p.profile = 'MUNICIPAL_STAFF'
          or exists (select from access.near o where o.tenant_id = p.tenant_id and o.person_id = p.id and o.school_id = t.school_id))
    where t.profile in ('TEACHER', 'HEAD', 'SCHOOL_STAFF') and t.school_id in (select school_id from ent.open_school);

revoke execute on function ent.share(text, uuid, uuid, text, text, date, uuid) from public;
revoke execute on function ent.unshare(text, uuid, text, uuid) from public;

reset role;

-- Nothing removes an ENT while it serves; with this right its journal could be made to go with it.
revoke delete on system.tenant from ${core};
