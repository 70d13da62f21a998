-- What plugins tell each other, and what they do at set times.

-- What they declare, so that SQL knows it too. Written when a plugin starts.
create table system.plugin_event (
    plugin_id text not null,
    name text not null,
    primary key (plugin_id, name)
);
create table system.plugin_listener (
    event text not null,
    plugin_id text not null,
    listener text not null,
    primary key (event, plugin_id, listener)
);
grant select, insert, update, delete on system.plugin_event, system.plugin_listener to ${core};
grant select on system.plugin_event, system.plugin_listener to ${views};

-- The outbox. seq: the order in which the events of one aggregate were committed; see ent.publish. payload: as written, hence
-- no jsonb.
create table core.event (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    seq bigint not null generated always as identity,
    publisher text not null,
    name text not null,
    aggregate text not null check (char_length(aggregate) between 1 and 200),
    school_id uuid,
    payload json not null check (octet_length(payload::text) <= 65536),
    published_at timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id) references system.tenant (id) on delete cascade
);
create index event_by_time on core.event (tenant_id, published_at);

-- Who is still to be told. Deleted once told. claim: which attempt is on, for as long as claimed_until says; a node that dies
-- lets it pass. dead_at: it failed too often, and waits for an administrator.
create table core.delivery (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    event_id uuid not null,
    plugin_id text not null,
    listener text not null,
    seq bigint not null,
    publisher text not null,
    aggregate text not null,
    failures integer not null default 0,
    due_at timestamptz not null default now(),
    claim uuid,
    claimed_until timestamptz,
    dead_at timestamptz,
    error text not null default '',
    primary key (tenant_id, event_id, plugin_id, listener),
    foreign key (tenant_id, event_id) references core.event (tenant_id, id) on delete cascade
);
create index delivery_in_order on core.delivery (tenant_id, plugin_id, listener, publisher, aggregate, seq);
create index delivery_due on core.delivery (tenant_id, plugin_id, due_at) where dead_at is null;

-- How each job of a plugin went last. failures: in a row.
create table core.job_run (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    plugin_id text not null,
    job text not null,
    started_at timestamptz not null,
    milliseconds bigint not null,
    error text not null default '',
    failures integer not null default 0,
    succeeded_at timestamptz,
    primary key (tenant_id, plugin_id, job),
    foreign key (tenant_id) references system.tenant (id) on delete cascade
);

do $$
declare t text;
begin
    foreach t in array array['event', 'delivery', 'job_run'] loop
        execute format('alter table core.%I enable row level security', t);
        execute format('alter table core.%I force row level security', t);
        execute format('create policy tenant on core.%I using '
            || '(tenant_id = nullif(current_setting(''ent.tenant'', true), '''')::integer)', t);
        execute format('grant select, insert, update, delete on core.%I to ${core}', t);
    end loop;
end $$;
grant select, insert on core.event, core.delivery to ${views};

-- Outside of any tenant the core sees where something waits, to go there: no content is in this table.
create policy queue on core.delivery for select to ${core}
    using (nullif(current_setting('ent.tenant', true), '') is null);

-- The table of db-scheduler, as its documentation has it.
create table system.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on system.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on system.scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on system.scheduled_tasks to ${core};

set role ${views};

-- For plugins, on their own connection: part of their transaction. Which plugin publishes is told by its login. Listeners that
-- are not open in the event's school are left out. The lock makes who publishes about the same aggregate wait for the commit:
-- else seq would not be the order in which it happened.
create function ent.publish(event text, aggregate text, school uuid, payload text)
returns void language plpgsql security definer set search_path = pg_catalog as $$
#variable_conflict use_variable
declare
    plugin constant text := (select p.plugin_id from system.plugin_login p where p.login = session_user);
    new_id uuid;
    new_seq bigint;
begin
    if plugin is null or not exists (select from system.plugin_event e where e.plugin_id = plugin and e.name = event) then
        raise exception 'no event % is declared', event;
    end if;
    perform pg_advisory_xact_lock(hashtextextended(
        concat_ws(' ', current_setting('ent.tenant', true), plugin, aggregate), 7073270));
    insert into core.event as made (publisher, name, aggregate, school_id, payload)
    values (plugin, plugin || '.' || event, aggregate, school, payload::json)
    returning made.id, made.seq into new_id, new_seq;
    insert into core.delivery (event_id, plugin_id, listener, seq, publisher, aggregate)
    select new_id, l.plugin_id, l.listener, new_seq, plugin, aggregate
    from system.plugin_listener l
    where l.event = plugin || '.' || event
      and (school is null or exists (
          select from core.opening o where o.plugin_id = l.plugin_id and o.school_id = school
             and o.since <= now() and (o.until is null or o.until > now())));
    if found then
        perform pg_notify('preau_events', '');
    end if;
end $$;

revoke execute on function ent.publish(text, text, uuid, text) from public;

reset role;
