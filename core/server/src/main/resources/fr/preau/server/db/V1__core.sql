-- Three schemas. `system`: what concerns the whole server, no tenant, readable by the core alone.
-- `core`: the directory and all else that belongs to a tenant; row-level security, forced, on every table.
-- `ent`: read-only views of `core`, to which plugins join.
-- ${core} is the core's own login, ${views} the owner of the views: bound by row-level security, like everybody.

create schema system;
create schema core;
create schema ent authorization ${views};

create table system.tenant (
    id integer generated always as identity primary key,
    slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
    name text not null,
    kind text not null check (kind in ('COMMUNE', 'EPCI', 'SYNDICAT')),
    created_at timestamptz not null default now()
);

-- The sign-in, apart from the person: one account may own persons in several tenants.
create table system.account (
    id uuid primary key default gen_random_uuid(),
    login text not null unique check (login = lower(login)),
    password_hash text not null,
    must_change_password boolean not null default false,
    failures integer not null default 0,
    locked_until timestamptz,
    created_at timestamptz not null default now()
);

create table system.account_person (
    account_id uuid not null references system.account on delete cascade,
    tenant_id integer not null references system.tenant on delete cascade,
    person_id uuid not null,
    primary key (account_id, tenant_id, person_id),
    unique (tenant_id, person_id)
);

-- Only a hash of the cookie is kept: a copy of this table opens no session.
create table system.session (
    token_hash bytea primary key,
    account_id uuid not null references system.account on delete cascade,
    tenant_id integer not null references system.tenant on delete cascade,
    person_id uuid not null,
    user_agent text not null default '',
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at timestamptz not null
);
create index session_by_account on system.session (account_id);

-- A code printed on a slip. Kept as a hash, like a password; used once.
create table system.activation (
    code_hash bytea primary key,
    tenant_id integer not null references system.tenant on delete cascade,
    person_id uuid not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz
);
create index activation_by_person on system.activation (tenant_id, person_id);

-- The wanted state of each plugin; every node converges on it. No row: wanted.
create table system.plugin (
    id text primary key,
    enabled boolean not null,
    changed_at timestamptz not null default now()
);

-- A plugin that a tenant has closed. No row: open, wherever the server runs it. Here, since the server asks for all tenants.
create table system.plugin_off (
    tenant_id integer not null references system.tenant on delete cascade,
    plugin_id text not null,
    person_id uuid,
    since timestamptz not null default now(),
    primary key (tenant_id, plugin_id)
);

create table core.commune (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    insee text not null check (insee ~ '^[0-9AB]{5}$'),
    name text not null,
    primary key (tenant_id, insee),
    foreign key (tenant_id) references system.tenant (id) on delete cascade
);

create table core.school (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    uai text not null check (uai ~ '^[0-9]{7}[A-Z]$'),
    name text not null,
    insee text not null,
    primary key (tenant_id, id),
    unique (tenant_id, uai),
    foreign key (tenant_id, insee) references core.commune (tenant_id, insee)
);

-- school_year is the year it begins in: 2026 for 2026-2027.
create table core.class (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    school_id uuid not null,
    school_year integer not null,
    name text not null,
    level text not null default '',
    external_id text not null default '',
    primary key (tenant_id, id),
    unique (tenant_id, school_id, school_year, name),
    foreign key (tenant_id, school_id) references core.school (tenant_id, id)
);

create table core.person (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    profile text not null check (profile in
        ('PUPIL', 'GUARDIAN', 'TEACHER', 'HEAD', 'SCHOOL_STAFF', 'INSPECTOR', 'MUNICIPAL_STAFF', 'GUEST')),
    civility text not null default '',
    last_name text not null,
    usual_name text not null default '',
    first_name text not null,
    birth_date date,
    sex text not null default '' check (sex in ('F', 'M', '')),
    ine text not null default '',
    email text not null default '',
    phones text[] not null default '{}',
    service text not null default '',
    photo_consent boolean,
    suspended_at timestamptz,
    source text not null default '',
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id) references system.tenant (id) on delete cascade
);
create index person_by_name on core.person (tenant_id, last_name, first_name);
create unique index person_by_ine on core.person (tenant_id, ine) where ine <> '';

create table core.address (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    person_id uuid not null,
    rank integer not null,
    street text not null,
    postcode text not null,
    town text not null,
    country text not null default '',
    primary key (tenant_id, person_id, rank),
    foreign key (tenant_id, person_id) references core.person (tenant_id, id) on delete cascade
);

-- Dated and sourced, never deleted: an ended one keeps its line with `until`.
create table core.membership (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    person_id uuid not null,
    school_id uuid not null,
    class_id uuid,
    role text not null check (role in ('PUPIL', 'TEACHER', 'HEAD', 'STAFF')),
    since date not null default current_date,
    until date,
    source text not null default '',
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references core.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, school_id) references core.school (tenant_id, id),
    foreign key (tenant_id, class_id) references core.class (tenant_id, id),
    check (role <> 'PUPIL' or class_id is not null)
);
create index membership_by_person on core.membership (tenant_id, person_id);
create index membership_by_class on core.membership (tenant_id, class_id);
create unique index membership_once on core.membership (tenant_id, person_id, role, school_id, class_id)
    nulls not distinct where until is null;

create table core.guardianship (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    guardian_id uuid not null,
    pupil_id uuid not null,
    since date not null default current_date,
    tie text not null default '',
    authority boolean not null default true,
    contact boolean not null default true,
    until date,
    source text not null default '',
    primary key (tenant_id, guardian_id, pupil_id, since),
    foreign key (tenant_id, guardian_id) references core.person (tenant_id, id) on delete cascade,
    foreign key (tenant_id, pupil_id) references core.person (tenant_id, id) on delete cascade
);
create index guardianship_by_pupil on core.guardianship (tenant_id, pupil_id);
create unique index guardianship_once on core.guardianship (tenant_id, guardian_id, pupil_id) where until is null;

create table core.people_group (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    school_id uuid,
    name text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, school_id) references core.school (tenant_id, id),
    foreign key (tenant_id) references system.tenant (id) on delete cascade
);

create table core.people_group_member (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    group_id uuid not null,
    person_id uuid not null,
    since date not null default current_date,
    until date,
    primary key (tenant_id, group_id, person_id, since),
    foreign key (tenant_id, group_id) references core.people_group (tenant_id, id) on delete cascade,
    foreign key (tenant_id, person_id) references core.person (tenant_id, id) on delete cascade
);

create table core.administrator (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    person_id uuid not null,
    since timestamptz not null default now(),
    primary key (tenant_id, person_id),
    foreign key (tenant_id, person_id) references core.person (tenant_id, id) on delete cascade
);

create table core.charter_acceptance (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    person_id uuid not null,
    version integer not null,
    accepted_at timestamptz not null default now(),
    primary key (tenant_id, person_id, version),
    foreign key (tenant_id, person_id) references core.person (tenant_id, id) on delete cascade
);

create table core.import_run (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    source text not null,
    school_id uuid not null,
    person_id uuid,
    created integer not null,
    updated integer not null,
    ended integer not null,
    at timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, school_id) references core.school (tenant_id, id)
);

-- Files given for an import, between the page that shows what would change and the one that does it. Emptied after a day.
create table core.import_draft (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    person_id uuid not null,
    source text not null,
    uai text not null,
    files text not null,
    ending_absent boolean not null,
    restoring_ties boolean not null,
    fingerprint text not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references core.person (tenant_id, id) on delete cascade
);

do $$
declare t text;
begin
    for t in select tablename from pg_tables where schemaname = 'core' loop
        execute format('alter table core.%I enable row level security', t);
        execute format('alter table core.%I force row level security', t);
        execute format('create policy tenant on core.%I using '
            || '(tenant_id = nullif(current_setting(''ent.tenant'', true), '''')::integer)', t);
    end loop;
end $$;

grant usage on schema system, core to ${core};
grant select, insert, update, delete on all tables in schema system, core to ${core};
grant usage on schema core to ${views};
grant select on all tables in schema core to ${views};
grant usage on schema ent to ${core};
