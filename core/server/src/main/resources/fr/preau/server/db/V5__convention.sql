-- The convention between school and town, as data: who the parties are, what they agreed on, what they signed, where and when
-- services are deployed, what was stopped. From all that follow the openings: when a service runs in a school.

create table core.party (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    side text not null check (side in ('EDUCATION_NATIONALE', 'COLLECTIVITE')),
    kind text not null check (kind in ('ACADEMIE', 'DSDEN', 'COMMUNE', 'EPCI', 'SYNDICAT')),
    name text not null check (char_length(name) between 1 and 160),
    -- The commune for whose schools it speaks; null: for all.
    insee text,
    position integer not null default 0,
    -- The version of the convention that it joined with.
    since_version integer not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id, insee) references core.commune (tenant_id, insee),
    foreign key (tenant_id) references system.tenant (id) on delete cascade,
    check ((side = 'EDUCATION_NATIONALE') = (kind in ('ACADEMIE', 'DSDEN')))
);

-- Who may act for a party: the mayor, an inspector. Never deleted.
create table core.delegate (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    party_id uuid not null,
    person_id uuid not null,
    quality text not null check (char_length(quality) between 1 and 120),
    since date not null default current_date,
    until date,
    named_by uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, party_id) references core.party (tenant_id, id) on delete cascade,
    foreign key (tenant_id, person_id) references core.person (tenant_id, id) on delete cascade
);
create unique index delegate_once on core.delegate (tenant_id, party_id, person_id) where until is null;
create index delegate_by_person on core.delegate (tenant_id, person_id);

-- A version of the convention: 1, then its amendments. DRAFT: being written. PROPOSED: frozen, for signature; in force once
-- all parties have signed it (complete_at) and its first day has come. WITHDRAWN: given up before that.
create table core.convention (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    version integer not null check (version > 0),
    state text not null default 'DRAFT' check (state in ('DRAFT', 'PROPOSED', 'WITHDRAWN')),
    template text not null,
    title text not null check (char_length(title) between 1 and 200),
    note text not null default '' check (char_length(note) <= 2000),
    begins date not null,
    -- The first day on which it no longer holds; null: until denounced or replaced.
    ends date,
    created_at timestamptz not null default now(),
    created_by text not null default '',
    proposed_by text not null default '',
    proposed_at timestamptz,
    due date,
    complete_at timestamptz,
    -- Why a party sent the proposed version back, and who: it is a draft again.
    refusal text not null default '' check (char_length(refusal) <= 1000),
    refused_by text not null default '',
    primary key (tenant_id, version),
    foreign key (tenant_id) references system.tenant (id) on delete cascade,
    check (ends is null or ends > begins)
);
create unique index convention_one_open on core.convention (tenant_id)
    where state = 'DRAFT' or (state = 'PROPOSED' and complete_at is null);

create table core.convention_article (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    version integer not null,
    position integer not null,
    title text not null check (char_length(title) between 1 and 200),
    body text not null check (char_length(body) <= 10000),
    primary key (tenant_id, version, position),
    foreign key (tenant_id, version) references core.convention (tenant_id, version) on delete cascade
);

-- What the parties agree about a service: who decides, who answers for its data, what for.
create table core.convention_service (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    version integer not null,
    plugin_id text not null,
    title text not null,
    authority text not null check (authority in ('EDUCATION_NATIONALE', 'COLLECTIVITE', 'BOTH')),
    controller text not null default '' check (char_length(controller) <= 300),
    purpose text not null default '' check (char_length(purpose) <= 1000),
    data text not null default '' check (char_length(data) <= 4000),
    primary key (tenant_id, version, plugin_id),
    foreign key (tenant_id, version) references core.convention (tenant_id, version) on delete cascade
);

-- plugin_id is empty for the convention as a whole. carried_from: signed in that version, its terms unchanged since.
create table core.signature (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    version integer not null,
    plugin_id text not null,
    party_id uuid not null,
    person_id uuid,
    name text not null check (char_length(name) between 1 and 160),
    quality text not null check (char_length(quality) between 1 and 120),
    signed_at timestamptz not null default now(),
    carried_from integer,
    primary key (tenant_id, version, plugin_id, party_id),
    foreign key (tenant_id, version) references core.convention (tenant_id, version) on delete cascade,
    foreign key (tenant_id, party_id) references core.party (tenant_id, id)
);

-- Schools that begin together: pilots first. plugin_id is empty for all services. Each side accepts it.
create table core.wave (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    name text not null check (char_length(name) between 1 and 120),
    pilot boolean not null,
    plugin_id text not null default '',
    since date not null,
    proposed_by text not null,
    proposed_at timestamptz not null default now(),
    due date,
    education_by text,
    education_at timestamptz,
    collectivite_by text,
    collectivite_at timestamptz,
    withdrawn_by text,
    withdrawn_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id) references system.tenant (id) on delete cascade
);

create table core.wave_school (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    wave_id uuid not null,
    school_id uuid not null,
    primary key (tenant_id, wave_id, school_id),
    foreign key (tenant_id, wave_id) references core.wave (tenant_id, id) on delete cascade,
    foreign key (tenant_id, school_id) references core.school (tenant_id, id)
);

-- A suspension, or an emergency stop with an end. plugin_id empty: all services. school_id null: all schools. With profiles:
-- only what the people of one profile show or write to those of the other.
create table core.stop (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    plugin_id text not null default '',
    school_id uuid,
    from_profile text not null default '',
    to_profile text not null default '',
    party_id uuid not null,
    stopped_by uuid,
    name text not null,
    reason text not null check (char_length(reason) between 1 and 1000),
    since timestamptz not null default now(),
    until timestamptz,
    lifted_at timestamptz,
    lifted_by text,
    primary key (tenant_id, id),
    foreign key (tenant_id, party_id) references core.party (tenant_id, id),
    foreign key (tenant_id, school_id) references core.school (tenant_id, id),
    check ((from_profile = '') = (to_profile = '')),
    check (until is null or until > since)
);

-- Computed from all the above (fr.preau.server.convention.Openings) in the transaction of each change.
create table core.opening (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    plugin_id text not null,
    school_id uuid not null,
    since timestamptz not null,
    until timestamptz,
    primary key (tenant_id, plugin_id, school_id, since),
    foreign key (tenant_id, school_id) references core.school (tenant_id, id) on delete cascade
);

do $$
declare t text;
begin
    foreach t in array array['party', 'delegate', 'convention', 'convention_article', 'convention_service', 'signature', 'wave',
                             'wave_school', 'stop', 'opening'] loop
        execute format('alter table core.%I enable row level security', t);
        execute format('alter table core.%I force row level security', t);
        execute format('create policy tenant on core.%I using '
            || '(tenant_id = nullif(current_setting(''ent.tenant'', true), '''')::integer)', t);
        execute format('grant select, insert, update, delete on core.%I to ${core}', t);
        execute format('grant select on core.%I to ${views}', t);
    end loop;
end $$;
