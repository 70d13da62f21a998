-- What a teacher gives a class to do for a day. A removed work keeps its row for a while, so that it can be put back.
create table work (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    class_id uuid not null,
    author_id uuid,
    subject text not null check (char_length(subject) between 1 and 60),
    due date not null,
    text text not null check (char_length(text) between 1 and 4000),
    hand_in boolean not null default false,
    minutes integer check (minutes between 1 and 240),
    given_at timestamptz not null default now(),
    removed_at timestamptz,
    primary key (tenant_id, id)
);
create index work_by_class on work (tenant_id, class_id, due) where removed_at is null;
create index work_by_due on work (tenant_id, due);
create index work_removed on work (tenant_id, removed_at) where removed_at is not null;
create index work_by_author on work (tenant_id, author_id);

-- A pupil says that a work is done.
create table tick (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    work_id uuid not null,
    pupil_id uuid not null,
    at timestamptz not null default now(),
    primary key (tenant_id, work_id, pupil_id),
    foreign key (tenant_id, work_id) references work (tenant_id, id) on delete cascade
);
create index tick_by_pupil on tick (tenant_id, pupil_id);

alter table work enable row level security;
alter table work force row level security;
create policy tenant on work using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);
alter table tick enable row level security;
alter table tick force row level security;
create policy tenant on tick using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);
