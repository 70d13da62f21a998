-- What was changed about rights, so that it can be undone. before and after are as the kind of change needs them.
create table core.change (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    at timestamptz not null default now(),
    by_id uuid,
    by_name text not null,
    kind text not null check (kind in ('GIVEN', 'REVOKED', 'ROLE_MADE', 'ROLE_CHANGED', 'ROLE_REMOVED', 'PROFILE',
                                       'ADMINISTRATOR_ADDED', 'ADMINISTRATOR_REMOVED')),
    subject text not null,
    words text not null,
    before text not null default '',
    after text not null default '',
    undone_at timestamptz,
    undone_by text,
    primary key (tenant_id, id),
    foreign key (tenant_id) references system.tenant (id) on delete cascade
);
create index change_by_time on core.change (tenant_id, at desc, id);

alter table core.change enable row level security;
alter table core.change force row level security;
create policy tenant on core.change using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);
grant select, insert, update, delete on core.change to ${core};
grant select on core.change to ${views};
