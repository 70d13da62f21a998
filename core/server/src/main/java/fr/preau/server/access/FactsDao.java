package fr.preau.server.access;

import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Reads facts: the versions always, the rest only when they changed. One statement. */
interface FactsDao {
    /** What was read; null parts are still as they were. */
    record Row(
            long version,
            long catalogue,
            @Nullable String tenant,
            @Nullable String person) {}

    /** The version of the convention that counts: in force or, before any is, being signed. */
    String VERSION = """
            (select version from core.convention where state = 'PROPOSED'
             order by complete_at is not null and begins <= current_date desc, version desc limit 1)
            """;

    String TENANT = """
            jsonb_build_object(
              'openings', (select coalesce(jsonb_agg(jsonb_build_object('plugin', plugin_id, 'school', school_id,
                    'since', since, 'until', until)), '[]') from core.opening where until is null or until > now()),
              'schools', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'insee', insee)), '[]')
                    from core.school),
              'classes', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'school', school_id, 'year', school_year,
                    'name', name)), '[]') from core.class),
              'groups', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'school', school_id, 'name', name)), '[]')
                    from core.people_group),
              'rights', (select coalesce(jsonb_agg(jsonb_build_object('plugin', plugin_id, 'name', name, 'label', label,
                    'reach', reach)), '[]') from system.plugin_right),
              'holders', (select coalesce(jsonb_agg(jsonb_build_object('plugin', plugin_id, 'name', name,
                    'profile', profile, 'minAge', min_age)), '[]') from access.held_right),
              'roles', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name,
                    'removed', r.removed_at is not null,
                    'rights', (select coalesce(jsonb_agg(jsonb_build_object('plugin', b.plugin_id, 'name', b.name)), '[]')
                               from core.role_right b where b.tenant_id = r.tenant_id and b.role_id = r.id))), '[]')
                    from core.role r),
              'levels', (select coalesce(jsonb_agg(jsonb_build_object('plugin', plugin_id, 'kind', kind, 'level', level,
                    'label', label, 'name', name)), '[]')
                    from system.plugin_level join system.plugin_level_right using (plugin_id, kind, level)),
              'parties', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'side', side, 'name', name,
                    'insee', insee) order by position), '[]') from core.party),
              'services', (select coalesce(jsonb_agg(jsonb_build_object('plugin', plugin_id, 'title', title,
                    'authority', authority)), '[]') from core.convention_service where version =
            """ + VERSION + """
              ),
              'signatures', (select coalesce(jsonb_agg(jsonb_build_object('plugin', plugin_id, 'party', party_id,
                    'name', name, 'quality', quality, 'at', signed_at)), '[]') from core.signature
                    where plugin_id <> '' and version =
            """ + VERSION + """
              ),
              'stops', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'plugin', plugin_id, 'school', school_id,
                    'fromProfile', from_profile, 'toProfile', to_profile, 'party', party_id, 'name', name,
                    'reason', reason, 'since', since, 'until', until)), '[]') from core.stop
                    where lifted_at is null and (until is null or until > now())))
            """;

    String MEMBERSHIPS = """
            (select coalesce(jsonb_agg(jsonb_build_object('school', m.school_id, 'schoolClass', m.class_id, 'role', m.role,
                'since', m.since, 'until', m.until, 'source', m.source)), '[]') from core.membership m where m.person_id =
            """;

    String GRANT = """
            jsonb_build_object('id', g.id, 'role', g.role_id, 'subject', g.subject, 'scope', g.scope_kind,
                'place', g.scope_id, 'plugin', g.plugin_id, 'kind', g.resource_kind, 'resourceSchool', g.resource_school,
                'level', g.level, 'since', g.since, 'until', g.until, 'by', g.given_by_name,
                'byProfile', g.given_by_profile, 'at', g.given_at,
                'slots', (select coalesce(jsonb_agg(jsonb_build_object('day', s.day, 'begins', s.begins,
                    'ends', s.ends)), '[]') from core.role_grant_slot s
                    where s.tenant_id = g.tenant_id and s.grant_id = g.id))
            """;

    /** Whom grants may be given to so that they concern the person, at whatever moment: a superset of access.person_subject. */
    String SUBJECTS = """
            (select 'PERSON:' || p.id union all select 'PROFILE:' || p.profile
             union all select 'SERVICE:' || p.service where p.service <> ''
             union all select 'GROUP:' || m.group_id from core.people_group_member m where m.person_id = p.id
             union all
             select kind || case m.role when 'STAFF' then 'SCHOOL_STAFF' else m.role end || ':' || about
             from core.membership m
             cross join lateral (values ('CLASS_', m.class_id), ('SCHOOL_', m.school_id)) x (kind, about)
             where m.person_id = p.id and about is not null
             union all
             select kind || 'GUARDIAN:' || about
             from core.guardianship t join core.membership m on m.person_id = t.pupil_id and m.role = 'PUPIL'
             cross join lateral (values ('CLASS_', m.class_id), ('SCHOOL_', m.school_id)) x (kind, about)
             where t.guardian_id = p.id and about is not null)
            """;

    /** :resource null: shares are summed up, to know whether a service is worth entering; else those of that thing. */
    String PERSON = """
            (select jsonb_build_object('id', p.id,
                'name', p.first_name || ' ' || coalesce(nullif(p.usual_name, ''), p.last_name), 'profile', p.profile,
                'birthDate', p.birth_date, 'service', p.service, 'suspendedAt', p.suspended_at,
                'administrator', exists (select from core.administrator a where a.person_id = p.id),
                'delegate', exists (select from core.delegate d where d.person_id = p.id
                    and (d.until is null or d.until > current_date)),
                'memberships',
            """ + MEMBERSHIPS + """
                p.id),
                'children', (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.first_name,
                    'authority', t.authority, 'contact', t.contact, 'since', t.since, 'until', t.until, 'memberships',
            """ + MEMBERSHIPS + """
                    k.id))), '[]') from core.guardianship t join core.person k on k.id = t.pupil_id
                    where t.guardian_id = p.id),
                'groups', (select coalesce(jsonb_agg(jsonb_build_object('group', group_id, 'since', since,
                    'until', until)), '[]') from core.people_group_member where person_id = p.id),
                'grants', (select coalesce(jsonb_agg(grants.fact), '[]') from (
                    select
            """ + GRANT + """
                    as fact from core.role_grant g
                    where g.revoked_at is null and (g.until is null or g.until > current_date - 60)
                      and g.subject in
            """ + SUBJECTS + """
                      and (g.scope_kind <> 'RESOURCE' or g.scope_id = :resource)
                    union all
                    select distinct jsonb_build_object('subject', g.subject, 'scope', 'RESOURCE', 'plugin', g.plugin_id,
                        'kind', g.resource_kind, 'resourceSchool', g.resource_school, 'level', g.level, 'role', g.role_id,
                        'since', g.since, 'until', g.until, 'by', '', 'byProfile', g.given_by_profile,
                        'slots', '[]'::jsonb)
                    from access.live_grant g
                    where :resource::uuid is null and g.scope_kind = 'RESOURCE' and g.subject in
            """ + SUBJECTS + """
                ) grants)) from core.person p where p.id = :person)
            """;

    /**
     * One statement.
     *
     * @param version the tenant's version that is known, 0 for none
     * @param personVersion that of the person's facts
     * @param catalogue the catalogue's version that is known
     */
    @SqlQuery("with state as (select coalesce((select version from core.access_state), 0) as version, "
            + "(select version from system.catalogue) as catalogue) "
            + "select state.version, state.catalogue, "
            + "case when state.version <> :version or state.catalogue <> :catalogue then (" + TENANT
            + ")::text end as tenant, "
            + "case when state.version <> :personVersion then " + PERSON + "::text end as person from state")
    @RegisterConstructorMapper(Row.class)
    Row read(UUID person, @Nullable UUID resource, long version, long personVersion, long catalogue);
}
