-- Who may do what. Rights are declared by plugins; roles bundle them; grants give a role to people, somewhere, for a time.

-- What the plugins declare, so that SQL knows it too. Written when a plugin starts.
create table system.plugin_login (
    login text primary key,
    plugin_id text not null
);

-- reach: what the right is about: one class, one school, or the whole ENT.
create table system.plugin_right (
    plugin_id text not null,
    name text not null,
    label text not null,
    reach text not null check (reach in ('CLASS', 'SCHOOL', 'TENANT')),
    position integer not null,
    primary key (plugin_id, name)
);

create table system.plugin_right_holder (
    plugin_id text not null,
    name text not null,
    profile text not null,
    primary key (plugin_id, name, profile),
    foreign key (plugin_id, name) references system.plugin_right on delete cascade
);

-- A level at which a resource of a plugin can be shared: a bundle of its rights.
create table system.plugin_level (
    plugin_id text not null,
    kind text not null,
    level text not null,
    label text not null,
    position integer not null,
    primary key (plugin_id, kind, level)
);

create table system.plugin_level_right (
    plugin_id text not null,
    kind text not null,
    level text not null,
    name text not null,
    primary key (plugin_id, kind, level, name),
    foreign key (plugin_id, kind, level) references system.plugin_level on delete cascade
);

-- A role that a plugin brings to each ENT.
create table system.plugin_role (
    plugin_id text not null,
    role text not null,
    label text not null,
    primary key (plugin_id, role)
);

create table system.plugin_role_right (
    plugin_id text not null,
    role text not null,
    name text not null,
    primary key (plugin_id, role, name),
    foreign key (plugin_id, role) references system.plugin_role on delete cascade
);

-- Grows with each change of the tables above.
create table system.catalogue (
    only_row boolean primary key default true check (only_row),
    version bigint not null
);
insert into system.catalogue (version) values (1);

-- The portal's own rights: no profile holds them, administrators do.
insert into system.plugin_right (plugin_id, name, label, reach, position)
    values ('preau', 'give-roles', 'Donner et retirer des rôles', 'SCHOOL', 0);
insert into system.plugin_role (plugin_id, role, label) values ('preau', 'delegue', 'Administration déléguée');
insert into system.plugin_role_right (plugin_id, role, name) values ('preau', 'delegue', 'give-roles');

-- A role of an ENT. origin: the plugin's role that it began as. Removed, not deleted, so that old grants can be explained.
create table core.role (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    name text not null check (char_length(name) between 1 and 80),
    description text not null default '' check (char_length(description) <= 500),
    origin text,
    removed_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id) references system.tenant (id) on delete cascade
);
create unique index role_by_name on core.role (tenant_id, lower(name)) where removed_at is null;
create unique index role_by_origin on core.role (tenant_id, origin) where origin is not null;

create table core.role_right (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    role_id uuid not null,
    plugin_id text not null,
    name text not null,
    primary key (tenant_id, role_id, plugin_id, name),
    foreign key (tenant_id, role_id) references core.role (tenant_id, id) on delete cascade
);
create index role_right_by_right on core.role_right (tenant_id, plugin_id, name, role_id);

-- What an ENT decided about a right of a profile, instead of the plugin's default. min_age: in years, for pupils.
create table core.profile_right (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    profile text not null,
    plugin_id text not null,
    name text not null,
    held boolean not null,
    min_age integer check (min_age between 1 and 17),
    primary key (tenant_id, profile, plugin_id, name),
    foreign key (tenant_id) references system.tenant (id) on delete cascade,
    check (min_age is null or (held and profile = 'PUPIL'))
);

-- subject: KIND:about, as in access.person_subject. until is the first day on which it no longer holds. A grant on a resource
-- has a level of its plugin instead of a role: that is a share. resource_school: where the resource lives, if in one school.
create table core.role_grant (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    role_id uuid,
    subject text not null,
    scope_kind text not null check (scope_kind in ('TENANT', 'SCHOOL', 'CLASS', 'GROUP', 'RESOURCE')),
    scope_id uuid,
    plugin_id text not null default '',
    resource_kind text not null default '',
    resource_school uuid,
    level text not null default '',
    since date not null default current_date,
    until date,
    reason text not null default '' check (char_length(reason) <= 300),
    given_by uuid,
    given_by_name text not null,
    given_by_profile text not null default '',
    given_at timestamptz not null default now(),
    revoked_at timestamptz,
    revoked_by_name text,
    primary key (tenant_id, id),
    foreign key (tenant_id, role_id) references core.role (tenant_id, id),
    check ((scope_kind = 'TENANT') = (scope_id is null)),
    check ((scope_kind = 'RESOURCE') = (plugin_id <> '')),
    check ((role_id is null) = (level <> '')),
    check (level = '' or scope_kind = 'RESOURCE'),
    check (until is null or until > since)
);
create index role_grant_by_subject on core.role_grant (tenant_id, subject, scope_kind) where revoked_at is null;
create index role_grant_by_scope on core.role_grant (tenant_id, scope_id) where revoked_at is null;
create index role_grant_by_role on core.role_grant (tenant_id, role_id) where revoked_at is null;
create unique index share_once on core.role_grant (tenant_id, plugin_id, resource_kind, scope_id, subject, level)
    where level <> '' and revoked_at is null;

-- Weekly, by the clock on the wall: day 1 is Monday. A slot over midnight is two.
create table core.role_grant_slot (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    grant_id uuid not null,
    day integer not null check (day between 1 and 7),
    begins time not null,
    ends time not null,
    primary key (tenant_id, grant_id, day, begins),
    foreign key (tenant_id, grant_id) references core.role_grant (tenant_id, id) on delete cascade,
    check (begins < ends)
);

-- Grows with each change that may change a decision: whoever remembers facts compares it at each request.
create table core.access_state (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    version bigint not null,
    primary key (tenant_id),
    foreign key (tenant_id) references system.tenant (id) on delete cascade
);

do $$
declare t text;
begin
    foreach t in array array['role', 'role_right', 'profile_right', 'role_grant', 'role_grant_slot', 'access_state'] loop
        execute format('alter table core.%I enable row level security', t);
        execute format('alter table core.%I force row level security', t);
        execute format('create policy tenant on core.%I using '
            || '(tenant_id = nullif(current_setting(''ent.tenant'', true), '''')::integer)', t);
        execute format('grant select, insert, update, delete on core.%I to ${core}', t);
        execute format('grant select on core.%I to ${views}', t);
    end loop;
    foreach t in array array['plugin_login', 'plugin_right', 'plugin_right_holder', 'plugin_level', 'plugin_level_right',
                             'plugin_role', 'plugin_role_right', 'catalogue'] loop
        execute format('grant select, insert, update, delete on system.%I to ${core}', t);
        execute format('grant select on system.%I to ${views}', t);
    end loop;
end $$;
grant usage on schema system to ${views};

-- At the end of a transaction, so that it never waits for another while it holds rows; once in each transaction and tenant.
-- As its owner: whoever writes, a plugin by ent.share included, may cause it, and nobody may call it.
create function core.access_changed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
    whose integer := case when tg_op = 'DELETE' then old.tenant_id else new.tenant_id end;
    mark text := txid_current() || ':' || whose;
begin
    if current_setting('ent.access_changed', true) is distinct from mark then
        insert into core.access_state as s (tenant_id, version)
            select id, 1 from system.tenant where id = whose
            on conflict (tenant_id) do update set version = s.version + 1;
        perform set_config('ent.access_changed', mark, true);
    end if;
    return null;
end $$;

do $$
declare t text;
begin
    foreach t in array array['school', 'class', 'person', 'membership', 'guardianship', 'people_group', 'people_group_member', 'administrator',
                             'party', 'convention', 'convention_service', 'signature', 'wave', 'stop', 'opening', 'delegate',
                             'role', 'role_right', 'profile_right', 'role_grant', 'role_grant_slot'] loop
        execute format('create constraint trigger access_changed after insert or update or delete on core.%I '
            || 'deferrable initially deferred for each row execute function core.access_changed()', t);
    end loop;
end $$;

-- Written down by hand, after a court's decision: imports leave it alone until it is lifted by hand.
alter table core.guardianship add column restricted boolean not null default false;

-- A closed group has nobody, until it is opened again.
alter table core.people_group add column closed_at timestamptz;

-- Views that others are made of; plugins have no right on them.
create schema access authorization ${views};

set role ${views};

-- What a plugin sees of the schools: those in which it is open. Asked by the plugin's own login, which it can't change.
create view ent.open_school as
    select o.school_id from core.opening o
    where o.plugin_id = (select plugin_id from system.plugin_login where login = session_user)
      and o.since <= now() and (o.until is null or o.until > now())
    union all
    select s.id from core.school s
    where not exists (select from system.plugin_login where login = session_user);

create or replace view ent.school as
    select s.id, s.uai, s.name, c.name as commune
    from core.school s join core.commune c using (tenant_id, insee)
    where s.id in (select school_id from ent.open_school);

create or replace view ent.class as
    select c.id, c.school_id, s.name as school_name, c.name, c.level, c.school_year
    from core.class c join core.school s on s.tenant_id = c.tenant_id and s.id = c.school_id
    where s.id in (select school_id from ent.open_school);

create or replace view ent.membership as
    select person_id, school_id, class_id, role, since
    from core.membership
    where since <= current_date and (until is null or until > current_date)
      and school_id in (select school_id from ent.open_school);

-- With parental authority and without a ban on contact: a family that a court has parted stays parted here.
create or replace view ent.guardianship as
    select guardian_id, pupil_id
    from core.guardianship
    where authority and contact and since <= current_date and (until is null or until > current_date);

-- What ties a person to a class or, without one, to a school, and what the person is there: one person may be a teacher in
-- one class and a guardian in another. Present ones. Heads and staff of a school are tied to the school.
create view access.tie as
    select m.tenant_id, m.person_id, m.school_id, m.class_id,
           case m.role when 'STAFF' then 'SCHOOL_STAFF' else m.role end as profile
    from core.membership m
    where m.since <= current_date and (m.until is null or m.until > current_date)
    union all
    select m.tenant_id, g.guardian_id, m.school_id, m.class_id, 'GUARDIAN'
    from core.guardianship g join core.membership m on m.tenant_id = g.tenant_id and m.person_id = g.pupil_id
    where m.role = 'PUPIL' and m.since <= current_date and (m.until is null or m.until > current_date)
      and g.authority and g.contact and g.since <= current_date and (g.until is null or g.until > current_date);

-- The schools in which things shared with a person by name, or with a group made by hand, still count: who leaves a school, or
-- whom a court keeps from a child there, is not shared with any more. Officers of the town and of the State are everywhere.
create view access.near as
    select t.tenant_id, t.person_id, t.school_id from access.tie t
    where t.profile <> 'GUARDIAN'
       or not exists (select from core.guardianship b join core.membership m on m.tenant_id = b.tenant_id and m.person_id = b.pupil_id
                      where b.tenant_id = t.tenant_id and b.guardian_id = t.person_id and not (b.authority and b.contact)
                        and b.since <= current_date and (b.until is null or b.until > current_date)
                        and m.role = 'PUPIL' and m.school_id = t.school_id
                        and m.since <= current_date and (m.until is null or m.until > current_date))
    union
    select p.tenant_id, p.id, s.id from core.person p join core.school s on s.tenant_id = p.tenant_id
    where p.profile in ('MUNICIPAL_STAFF', 'INSPECTOR', 'GUEST');

create or replace view ent.class_reader as
    select t.class_id, t.person_id, case t.profile when 'SCHOOL_STAFF' then 'STAFF' else t.profile end as how
    from access.tie t
    where t.class_id is not null and t.profile in ('PUPIL', 'TEACHER', 'SCHOOL_STAFF', 'GUARDIAN')
      and t.school_id in (select school_id from ent.open_school)
    union all
    select c.id, t.person_id, case t.profile when 'SCHOOL_STAFF' then 'STAFF' else t.profile end
    from access.tie t join core.class c on c.tenant_id = t.tenant_id and c.school_id = t.school_id
    where (t.profile = 'HEAD' or (t.profile = 'SCHOOL_STAFF' and t.class_id is null))
      and c.school_year = extract(year from current_date - interval '7 months')
      and t.school_id in (select school_id from ent.open_school);

create or replace view ent.automatic_group as
    select 'CLASS_' || how as kind, class_id::text as about, person_id from ent.class_reader where how <> 'HEAD'
    union
    select 'SCHOOL_' || role, school_id::text, person_id from ent.membership
    union
    select 'SCHOOL_GUARDIAN', m.school_id::text, g.guardian_id
    from ent.membership m join ent.guardianship g on g.pupil_id = m.person_id where m.role = 'PUPIL'
    union
    select 'SERVICE', service, id from core.person where profile = 'MUNICIPAL_STAFF' and service <> '';

-- All that a grant may be given to, and who that is now.
create view access.person_subject as
    select p.tenant_id, p.id as person_id, 'PERSON:' || p.id as subject from core.person p
    union all
    select p.tenant_id, p.id, 'PROFILE:' || p.profile from core.person p
    union all
    select p.tenant_id, p.id, 'SERVICE:' || p.service from core.person p where p.service <> ''
    union all
    select m.tenant_id, m.person_id, 'GROUP:' || m.group_id
    from core.people_group_member m join core.people_group g on g.tenant_id = m.tenant_id and g.id = m.group_id
    where m.since <= current_date and (m.until is null or m.until > current_date) and g.closed_at is null
    union
    select t.tenant_id, t.person_id, 'CLASS_' || t.profile || ':' || t.class_id from access.tie t where t.class_id is not null
    union
    select t.tenant_id, t.person_id, 'SCHOOL_' || t.profile || ':' || t.school_id from access.tie t;

-- What profiles hold: the plugins' defaults, as the ENT changed them.
create view access.held_right as
    select d.plugin_id, d.name, d.profile, null::integer as min_age, r.reach
    from system.plugin_right_holder d join system.plugin_right r using (plugin_id, name)
    where not exists (select from core.profile_right o
                      where o.profile = d.profile and o.plugin_id = d.plugin_id and o.name = d.name)
    union all
    select o.plugin_id, o.name, o.profile, o.min_age, r.reach
    from core.profile_right o join system.plugin_right r using (plugin_id, name)
    where o.held;

-- Grants that hold at this moment: not revoked, within their dates, within one of their slots if they have any.
create view access.live_grant as
    select g.* from core.role_grant g
    where g.revoked_at is null and g.since <= current_date and (g.until is null or g.until > current_date)
      and (not exists (select from core.role_grant_slot s where s.tenant_id = g.tenant_id and s.grant_id = g.id)
           or exists (select from core.role_grant_slot s where s.tenant_id = g.tenant_id and s.grant_id = g.id
                      and s.day = extract(isodow from now() at time zone 'Europe/Paris')
                      and s.begins <= (now() at time zone 'Europe/Paris')::time
                      and s.ends > (now() at time zone 'Europe/Paris')::time));

-- Where services run now.
create view access.running as
    select tenant_id, plugin_id, school_id from core.opening where since <= now() and (until is null or until > now());

-- Everybody who holds a right in a class now, for “who may, here?”, and by what: what they are there, or the name of a role.
-- A person may appear several times for one class.
create view access.class_holder as
    select t.tenant_id, h.plugin_id, t.class_id, t.person_id, h.name as right_name, t.profile as as_profile, '' as by_role
    from access.tie t
    join access.held_right h on h.profile = t.profile and h.reach = 'CLASS'
    join core.person p on p.tenant_id = t.tenant_id and p.id = t.person_id
    join access.running o on o.tenant_id = t.tenant_id and o.plugin_id = h.plugin_id and o.school_id = t.school_id
    where t.class_id is not null and t.profile <> 'HEAD' and p.suspended_at is null
      and (h.min_age is null or p.birth_date <= current_date - make_interval(years => h.min_age))
    union all
    select t.tenant_id, h.plugin_id, c.id, t.person_id, h.name, t.profile, ''
    from access.tie t
    join core.class c on c.tenant_id = t.tenant_id and c.school_id = t.school_id
    join access.held_right h on h.profile = t.profile and h.reach = 'CLASS'
    join core.person p on p.tenant_id = t.tenant_id and p.id = t.person_id
    join access.running o on o.tenant_id = t.tenant_id and o.plugin_id = h.plugin_id and o.school_id = t.school_id
    where (t.profile = 'HEAD' or (t.profile = 'SCHOOL_STAFF' and t.class_id is null)) and p.suspended_at is null
      and c.school_year = extract(year from current_date - interval '7 months')
    union all
    select p.tenant_id, h.plugin_id, c.id, p.id, h.name, p.profile, ''
    from core.person p
    join access.held_right h on h.profile = p.profile and h.reach = 'CLASS'
    join core.class c on c.tenant_id = p.tenant_id
    join access.running o on o.tenant_id = c.tenant_id and o.plugin_id = h.plugin_id and o.school_id = c.school_id
    where p.profile in ('MUNICIPAL_STAFF', 'INSPECTOR', 'GUEST') and p.suspended_at is null
      and c.school_year = extract(year from current_date - interval '7 months')
    union all
    select g.tenant_id, r.plugin_id, c.id, u.person_id, r.name, '', o.name
    from access.live_grant g
    join core.role_right r on r.tenant_id = g.tenant_id and r.role_id = g.role_id
    join system.plugin_right d on d.plugin_id = r.plugin_id and d.name = r.name and d.reach = 'CLASS'
    join core.role o on o.tenant_id = g.tenant_id and o.id = g.role_id and o.removed_at is null
    join access.person_subject u on u.tenant_id = g.tenant_id and u.subject = g.subject
    join core.person p on p.tenant_id = u.tenant_id and p.id = u.person_id
    join core.class c on c.tenant_id = g.tenant_id
     and (g.scope_kind = 'CLASS' and c.id = g.scope_id
          or g.scope_kind in ('TENANT', 'SCHOOL') and c.school_year = extract(year from current_date - interval '7 months')
             and (g.scope_kind = 'TENANT' or c.school_id = g.scope_id))
    join access.running w on w.tenant_id = c.tenant_id and w.plugin_id = r.plugin_id and w.school_id = c.school_id
    where p.suspended_at is null;

-- The same for rights that are about a whole school.
create view access.school_holder as
    select t.tenant_id, h.plugin_id, t.school_id, t.person_id, h.name as right_name, t.profile as as_profile, '' as by_role
    from access.tie t
    join access.held_right h on h.profile = t.profile and h.reach = 'SCHOOL'
    join core.person p on p.tenant_id = t.tenant_id and p.id = t.person_id
    join access.running o on o.tenant_id = t.tenant_id and o.plugin_id = h.plugin_id and o.school_id = t.school_id
    where p.suspended_at is null
      and (h.min_age is null or p.birth_date <= current_date - make_interval(years => h.min_age))
    union all
    select p.tenant_id, h.plugin_id, o.school_id, p.id, h.name, p.profile, ''
    from core.person p
    join access.held_right h on h.profile = p.profile and h.reach = 'SCHOOL'
    join access.running o on o.tenant_id = p.tenant_id and o.plugin_id = h.plugin_id
    where p.profile in ('MUNICIPAL_STAFF', 'INSPECTOR', 'GUEST') and p.suspended_at is null
    union all
    select g.tenant_id, r.plugin_id, s.id, u.person_id, r.name, '', o.name
    from access.live_grant g
    join core.role_right r on r.tenant_id = g.tenant_id and r.role_id = g.role_id
    join system.plugin_right d on d.plugin_id = r.plugin_id and d.name = r.name and d.reach = 'SCHOOL'
    join core.role o on o.tenant_id = g.tenant_id and o.id = g.role_id and o.removed_at is null
    join access.person_subject u on u.tenant_id = g.tenant_id and u.subject = g.subject
    join core.person p on p.tenant_id = u.tenant_id and p.id = u.person_id
    join core.school s on s.tenant_id = g.tenant_id
     and (g.scope_kind = 'TENANT' or (g.scope_kind = 'SCHOOL' and s.id = g.scope_id))
    join access.running w on w.tenant_id = s.tenant_id and w.plugin_id = r.plugin_id and w.school_id = s.id
    where p.suspended_at is null;

-- And for what was shared. Silent between two profiles that are kept apart (core.stop).
create view access.resource_holder as
    select g.tenant_id, g.plugin_id, g.resource_kind, g.scope_id as resource_id, u.person_id, l.name as right_name,
           '' as as_profile, l.by_role
    from access.live_grant g
    cross join lateral (
        select l.name, v.label as by_role from system.plugin_level_right l join system.plugin_level v using (plugin_id, kind, level)
        where l.plugin_id = g.plugin_id and l.kind = g.resource_kind and l.level = g.level
        union all
        select r.name, o.name from core.role_right r join core.role o on o.tenant_id = r.tenant_id and o.id = r.role_id
        where r.tenant_id = g.tenant_id and r.role_id = g.role_id and r.plugin_id = g.plugin_id and o.removed_at is null
    ) l
    join access.person_subject u on u.tenant_id = g.tenant_id and u.subject = g.subject
    join core.person p on p.tenant_id = u.tenant_id and p.id = u.person_id
    where g.scope_kind = 'RESOURCE' and p.suspended_at is null
      and exists (select from access.running o where o.tenant_id = g.tenant_id and o.plugin_id = g.plugin_id
                  and (g.resource_school is null or o.school_id = g.resource_school))
      and (g.resource_school is null or g.subject not similar to '(PERSON|GROUP):%'
           or exists (select from access.near n where n.tenant_id = g.tenant_id and n.person_id = u.person_id
                      and n.school_id = g.resource_school))
      and not exists (select from core.stop x
                      where x.tenant_id = g.tenant_id and x.from_profile = g.given_by_profile and x.to_profile = p.profile
                        and x.plugin_id in ('', g.plugin_id)
                        and (x.school_id is null or x.school_id = g.resource_school)
                        and x.since <= now() and (x.until is null or x.until > now()) and x.lifted_at is null);

-- For rights that are about the whole ENT. The portal's own rights are in none of these: no convention opens them.
create view access.tenant_holder as
    select t.tenant_id, h.plugin_id, t.person_id, h.name as right_name, t.profile as as_profile, '' as by_role
    from access.tie t
    join access.held_right h on h.profile = t.profile and h.reach = 'TENANT'
    join core.person p on p.tenant_id = t.tenant_id and p.id = t.person_id
    join access.running o on o.tenant_id = t.tenant_id and o.plugin_id = h.plugin_id and o.school_id = t.school_id
    where p.suspended_at is null
      and (h.min_age is null or p.birth_date <= current_date - make_interval(years => h.min_age))
    union all
    select p.tenant_id, h.plugin_id, p.id, h.name, p.profile, ''
    from core.person p join access.held_right h on h.profile = p.profile and h.reach = 'TENANT'
    where p.profile in ('MUNICIPAL_STAFF', 'INSPECTOR', 'GUEST') and p.suspended_at is null
      and exists (select from access.running o where o.tenant_id = p.tenant_id and o.plugin_id = h.plugin_id)
    union all
    select g.tenant_id, r.plugin_id, u.person_id, r.name, '', o.name
    from access.live_grant g
    join core.role_right r on r.tenant_id = g.tenant_id and r.role_id = g.role_id
    join system.plugin_right d on d.plugin_id = r.plugin_id and d.name = r.name and d.reach = 'TENANT'
    join core.role o on o.tenant_id = g.tenant_id and o.id = g.role_id and o.removed_at is null
    join access.person_subject u on u.tenant_id = g.tenant_id and u.subject = g.subject
    join core.person p on p.tenant_id = u.tenant_id and p.id = u.person_id
    where g.scope_kind = 'TENANT' and p.suspended_at is null
      and exists (select from access.running w where w.tenant_id = g.tenant_id and w.plugin_id = r.plugin_id);

-- What one person holds now of the plugin that asks: the question of nearly every page. Functions, since a statement that joins
-- to the views above is planned for ten times as long as it runs; here PostgreSQL keeps the plans, which begin with the person's
-- few subjects however many grants there are. Their cost is as told, so that a statement calls them once. The definer is the
-- owner of the views, whom row-level security binds; session_user is still the plugin's login.
create function access.rights_in_classes(of_person uuid) returns table (class_id uuid, right_name text)
language plpgsql stable security definer cost 20000 rows 20 set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
    asks constant text := (select plugin_id from system.plugin_login where login = session_user);
    schools constant uuid[] := array(select school_id from ent.open_school);
    this_year constant integer := extract(year from current_date - interval '7 months');
    subjects text[];
    person record;
begin
    select profile, birth_date, suspended_at into person from core.person where id = of_person;
    if person.suspended_at is not null then
        return;
    end if;
    return query
        select t.class_id, h.name
        from access.tie t join access.held_right h on h.profile = t.profile
        where t.person_id = of_person and t.class_id is not null and t.profile <> 'HEAD' and t.school_id = any (schools)
          and h.plugin_id = asks and h.reach = 'CLASS'
          and (h.min_age is null or person.birth_date <= current_date - make_interval(years => h.min_age))
        union all
        select c.id, h.name
        from access.tie t
        join core.class c on c.tenant_id = t.tenant_id and c.school_id = t.school_id and c.school_year = this_year
        join access.held_right h on h.profile = t.profile
        where t.person_id = of_person and (t.profile = 'HEAD' or (t.profile = 'SCHOOL_STAFF' and t.class_id is null))
          and t.school_id = any (schools) and h.plugin_id = asks and h.reach = 'CLASS';
    if person.profile in ('MUNICIPAL_STAFF', 'INSPECTOR', 'GUEST') then
        return query
            select c.id, h.name
            from access.held_right h
            join core.class c on c.school_id = any (schools) and c.school_year = this_year
            where h.plugin_id = asks and h.reach = 'CLASS' and h.profile = person.profile;
    end if;
    subjects := array(select u.subject from access.person_subject u where u.person_id = of_person);
    return query
        select c.id, r.name
        from access.live_grant g
        join core.role_right r on r.tenant_id = g.tenant_id and r.role_id = g.role_id and r.plugin_id = asks
        join system.plugin_right d on d.plugin_id = r.plugin_id and d.name = r.name and d.reach = 'CLASS'
        join core.role o on o.tenant_id = g.tenant_id and o.id = g.role_id and o.removed_at is null
        join core.class c on c.tenant_id = g.tenant_id and c.school_id = any (schools)
         and (g.scope_kind = 'CLASS' and c.id = g.scope_id
              or g.scope_kind in ('TENANT', 'SCHOOL') and c.school_year = this_year
                 and (g.scope_kind = 'TENANT' or c.school_id = g.scope_id))
        where g.subject = any (subjects);
end
$$;

create function access.rights_in_schools(of_person uuid) returns table (school_id uuid, right_name text)
language plpgsql stable security definer cost 20000 rows 20 set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
    asks constant text := (select plugin_id from system.plugin_login where login = session_user);
    schools constant uuid[] := array(select school_id from ent.open_school);
    subjects text[];
    person record;
begin
    select profile, birth_date, suspended_at into person from core.person where id = of_person;
    if person.suspended_at is not null then
        return;
    end if;
    return query
        select t.school_id, h.name
        from access.tie t join access.held_right h on h.profile = t.profile
        where t.person_id = of_person and t.school_id = any (schools) and h.plugin_id = asks and h.reach = 'SCHOOL'
          and (h.min_age is null or person.birth_date <= current_date - make_interval(years => h.min_age));
    if person.profile in ('MUNICIPAL_STAFF', 'INSPECTOR', 'GUEST') then
        return query
            select school, h.name
            from access.held_right h cross join unnest(schools) school
            where h.plugin_id = asks and h.reach = 'SCHOOL' and h.profile = person.profile;
    end if;
    subjects := array(select u.subject from access.person_subject u where u.person_id = of_person);
    return query
        select school, r.name
        from access.live_grant g
        join core.role_right r on r.tenant_id = g.tenant_id and r.role_id = g.role_id and r.plugin_id = asks
        join system.plugin_right d on d.plugin_id = r.plugin_id and d.name = r.name and d.reach = 'SCHOOL'
        join core.role o on o.tenant_id = g.tenant_id and o.id = g.role_id and o.removed_at is null
        join unnest(schools) school on g.scope_kind = 'TENANT' or (g.scope_kind = 'SCHOOL' and school = g.scope_id)
        where g.subject = any (subjects);
end
$$;

create function access.rights_on_resources(of_person uuid)
returns table (resource_kind text, resource_id uuid, right_name text, shared_by text)
language plpgsql stable security definer cost 20000 rows 20 set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
    asks constant text := (select plugin_id from system.plugin_login where login = session_user);
    schools constant uuid[] := array(select school_id from ent.open_school);
    near uuid[];
    subjects text[];
    person record;
begin
    select profile, birth_date, suspended_at into person from core.person where id = of_person;
    if person.suspended_at is not null or cardinality(schools) = 0 then
        return;
    end if;
    near := array(select n.school_id from access.near n where n.person_id = of_person);
    subjects := array(select u.subject from access.person_subject u where u.person_id = of_person);
    return query
        select g.resource_kind, g.scope_id, l.name, g.given_by_name
        from access.live_grant g
        cross join lateral (
            select l.name from system.plugin_level_right l
            where l.plugin_id = g.plugin_id and l.kind = g.resource_kind and l.level = g.level
            union all
            select r.name from core.role_right r join core.role o on o.tenant_id = r.tenant_id and o.id = r.role_id
            where r.tenant_id = g.tenant_id and r.role_id = g.role_id and r.plugin_id = g.plugin_id
              and o.removed_at is null
        ) l
        where g.subject = any (subjects) and g.scope_kind = 'RESOURCE' and g.plugin_id = asks
          and (g.resource_school is null or g.resource_school = any (schools))
          and (g.resource_school is null or g.subject not similar to '(PERSON|GROUP):%' or g.resource_school = any (near))
          and not exists (select from core.stop x
                          where x.from_profile = g.given_by_profile and x.to_profile = person.profile
                            and x.plugin_id in ('', asks)
                            and (x.school_id is null or x.school_id = g.resource_school)
                            and x.since <= now() and (x.until is null or x.until > now()) and x.lifted_at is null);
end
$$;

-- For plugins, to join to: always with the person whose rights are asked. A person may appear several times for one class.
create view ent.class_right as
    select r.class_id, p.id as person_id, r.right_name
    from core.person p cross join lateral access.rights_in_classes(p.id) r;

create view ent.school_right as
    select r.school_id, p.id as person_id, r.right_name
    from core.person p cross join lateral access.rights_in_schools(p.id) r;

create view ent.resource_right as
    select r.resource_kind, r.resource_id, p.id as person_id, r.right_name, r.shared_by
    from core.person p cross join lateral access.rights_on_resources(p.id) r;

grant usage on schema access to ${core};
grant select on access.tie, access.person_subject, access.held_right, access.live_grant, access.running,
    access.class_holder, access.school_holder, access.resource_holder, access.tenant_holder to ${core};

reset role;
