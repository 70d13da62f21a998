-- What a person should know or do, told once: that something waits for their party, that something begins or ends. A mail
-- plugin may read it. kind: stable, with a text notice.<kind>; about: what makes it one notice, however often and on however many
-- nodes it is told; path: where to deal with it; params: what the text says, in its order; due: until when it should be done.
create table core.notice (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    person_id uuid not null,
    kind text not null check (char_length(kind) between 1 and 80),
    about text not null check (char_length(about) <= 200),
    path text not null check (char_length(path) <= 300),
    params jsonb not null default '[]',
    made_at timestamptz not null default now(),
    due date,
    read_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, person_id, kind, about),
    foreign key (tenant_id, person_id) references core.person (tenant_id, id) on delete cascade
);
create index notice_by_time on core.notice (tenant_id, person_id, made_at desc, id desc);
create index notice_unread on core.notice (tenant_id, person_id) where read_at is null;

alter table core.notice enable row level security;
alter table core.notice force row level security;
create policy tenant on core.notice using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);
grant select, insert, update, delete on core.notice to ${core};
