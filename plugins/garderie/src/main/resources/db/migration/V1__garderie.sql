-- A child who stays one evening. left_at: when the child went home, and with whom.
create table stay (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    child_id uuid not null,
    day date not null,
    school_id uuid not null,
    booked_by uuid,
    booked_at timestamptz not null default now(),
    left_at timestamptz,
    left_with text not null default '' check (char_length(left_with) <= 120),
    seen_off_by uuid,
    primary key (tenant_id, child_id, day)
);
create index stay_by_day on stay (tenant_id, day, school_id);
create index stay_by_booker on stay (tenant_id, booked_by);
create index stay_by_agent on stay (tenant_id, seen_off_by);

-- What the family wants the team to know. One for each child.
create table care (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    child_id uuid not null,
    allergies text not null default '' check (char_length(allergies) <= 1000),
    collectors text not null default '' check (char_length(collectors) <= 1000),
    written_by uuid,
    written_at timestamptz not null default now(),
    primary key (tenant_id, child_id)
);
create index care_by_writer on care (tenant_id, written_by);

alter table stay enable row level security;
alter table stay force row level security;
create policy tenant on stay using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);
alter table care enable row level security;
alter table care force row level security;
create policy tenant on care using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);
