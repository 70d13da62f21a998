-- What decisions are made from, as JSON that fr.preau.server.access reads into TenantFacts and PersonFacts. In plpgsql, so that
-- PostgreSQL plans it when it is called, and keeps the plan: a request whose facts have not changed calls none of it.
-- Repeatable: run again whenever this file changes. With the rights of who calls, whom row-level security binds.

create or replace function access.tenant_facts() returns text language plpgsql stable as $$
declare
    -- The version of the convention that counts: in force or, before any is, being signed.
    counts constant integer := (select version from core.convention where state = 'PROPOSED'
        order by complete_at is not null and begins <= current_date desc, version desc limit 1);
begin
    return jsonb_build_object(
        'openings', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'plugin', plugin_id, 'school', school_id, 'since', since, 'until', until)), '[]')
            from core.opening where until is null or until > now()),
        'schools', (
            select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'insee', insee)), '[]') from core.school),
        'classes', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'id', id, 'school', school_id, 'year', school_year, 'name', name)), '[]')
            from core.class),
        'groups', (
            select coalesce(jsonb_agg(jsonb_build_object('id', id, 'school', school_id, 'name', name)), '[]')
            from core.people_group where closed_at is null),
        'rights', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'plugin', plugin_id, 'name', name, 'label', label, 'reach', reach)), '[]')
            from system.plugin_right),
        'holders', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'plugin', plugin_id, 'name', name, 'profile', profile, 'minAge', min_age)), '[]')
            from access.held_right),
        'roles', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'id', r.id, 'name', r.name, 'removed', r.removed_at is not null,
                'rights', (
                    select coalesce(jsonb_agg(jsonb_build_object('plugin', b.plugin_id, 'name', b.name)), '[]')
                    from core.role_right b where b.tenant_id = r.tenant_id and b.role_id = r.id))), '[]')
            from core.role r),
        'levels', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'plugin', plugin_id, 'kind', kind, 'level', level, 'label', label, 'name', name)), '[]')
            from system.plugin_level join system.plugin_level_right using (plugin_id, kind, level)),
        'parties', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'id', id, 'side', side, 'name', name, 'insee', insee) order by position), '[]')
            from core.party),
        'services', (
            select coalesce(jsonb_agg(jsonb_build_object('plugin', plugin_id, 'title', title, 'authority', authority)), '[]')
            from core.convention_service where version = counts),
        'signatures', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'plugin', plugin_id, 'party', party_id, 'name', name, 'quality', quality, 'at', signed_at)), '[]')
            from core.signature where plugin_id <> '' and version = counts),
        'stops', (
            select coalesce(jsonb_agg(jsonb_build_object(
                'id', id, 'plugin', plugin_id, 'school', school_id, 'fromProfile', from_profile, 'toProfile', to_profile,
                'party', party_id, 'name', name, 'reason', reason, 'since', since, 'until', until)), '[]')
            from core.stop where lifted_at is null and (until is null or until > now())))::text;
end
$$;

create or replace function access.memberships(of_person uuid) returns jsonb language sql stable as $$
    select coalesce(jsonb_agg(jsonb_build_object(
        'school', school_id, 'schoolClass', class_id, 'role', role, 'since', since, 'until', until, 'source', source)), '[]')
    from core.membership where person_id = of_person
$$;

-- Whom grants may be given to so that they concern the person, at whatever moment: a superset of access.person_subject.
create or replace function access.subjects(of_person uuid) returns setof text language sql stable as $$
    select word from core.person p cross join lateral (values
        ('PERSON:' || p.id), ('PROFILE:' || p.profile), (case when p.service <> '' then 'SERVICE:' || p.service end)) x (word)
    where p.id = of_person and word is not null
    union all
    select 'GROUP:' || group_id from core.people_group_member where person_id = of_person
    union all
    select kind || case m.role when 'STAFF' then 'SCHOOL_STAFF' else m.role end || ':' || about
    from core.membership m cross join lateral (values ('CLASS_', m.class_id), ('SCHOOL_', m.school_id)) x (kind, about)
    where m.person_id = of_person and about is not null
    union all
    select kind || 'GUARDIAN:' || about
    from core.guardianship t join core.membership m on m.person_id = t.pupil_id and m.role = 'PUPIL'
    cross join lateral (values ('CLASS_', m.class_id), ('SCHOOL_', m.school_id)) x (kind, about)
    where t.guardian_id = of_person and about is not null
$$;

-- of_resource null: shares are summed up, to know whether a service is worth entering; else those of that thing.
create or replace function access.person_facts(of_person uuid, of_resource uuid) returns text language plpgsql stable as $$
declare
    subjects constant text[] := array(select access.subjects(of_person));
begin
    return (
        select jsonb_build_object(
            'id', p.id, 'name', p.first_name || ' ' || coalesce(nullif(p.usual_name, ''), p.last_name),
            'profile', p.profile, 'birthDate', p.birth_date, 'service', p.service, 'suspendedAt', p.suspended_at,
            'administrator', exists (select from core.administrator a where a.person_id = p.id),
            'delegate', exists (
                select from core.delegate d where d.person_id = p.id and (d.until is null or d.until > current_date)),
            'memberships', access.memberships(p.id),
            'children', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'id', k.id, 'name', k.first_name, 'authority', t.authority, 'contact', t.contact,
                    'since', t.since, 'until', t.until, 'memberships', access.memberships(k.id))), '[]')
                from core.guardianship t join core.person k on k.id = t.pupil_id where t.guardian_id = p.id),
            'groups', (
                select coalesce(jsonb_agg(jsonb_build_object('group', group_id, 'since', since, 'until', until)), '[]')
                from core.people_group_member m
                where m.person_id = p.id and exists (
                    select from core.people_group g
                    where g.tenant_id = m.tenant_id and g.id = m.group_id and g.closed_at is null)),
            'grants', (
                select coalesce(jsonb_agg(fact), '[]') from (
                    select jsonb_build_object(
                        'id', g.id, 'role', g.role_id, 'subject', g.subject, 'scope', g.scope_kind, 'place', g.scope_id,
                        'plugin', g.plugin_id, 'kind', g.resource_kind, 'resourceSchool', g.resource_school,
                        'level', g.level, 'since', g.since, 'until', g.until, 'by', g.given_by_name,
                        'byProfile', g.given_by_profile, 'at', g.given_at,
                        'slots', (
                            select coalesce(jsonb_agg(jsonb_build_object(
                                'day', s.day, 'begins', s.begins, 'ends', s.ends)), '[]')
                            from core.role_grant_slot s
                            where s.tenant_id = g.tenant_id and s.grant_id = g.id)) as fact
                    from core.role_grant g
                    where g.revoked_at is null and (g.until is null or g.until > current_date - 60)
                      and g.subject = any (subjects)
                      and (g.scope_kind <> 'RESOURCE' or g.scope_id = of_resource)
                    union all
                    select distinct jsonb_build_object(
                        'subject', g.subject, 'scope', 'RESOURCE', 'plugin', g.plugin_id, 'kind', g.resource_kind,
                        'resourceSchool', g.resource_school, 'level', g.level, 'role', g.role_id, 'since', g.since,
                        'until', g.until, 'by', '', 'byProfile', g.given_by_profile, 'slots', '[]'::jsonb)
                    from access.live_grant g
                    where of_resource is null and g.scope_kind = 'RESOURCE' and g.subject = any (subjects)) facts))::text
        from core.person p where p.id = of_person);
end
$$;

revoke all on function access.tenant_facts(), access.memberships(uuid), access.subjects(uuid), access.person_facts(uuid, uuid)
    from public;
grant execute on function access.tenant_facts(), access.memberships(uuid), access.subjects(uuid),
    access.person_facts(uuid, uuid) to ${core};
