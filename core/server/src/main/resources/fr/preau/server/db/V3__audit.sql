-- The journal: lines that are added and never changed, each with the hash of the one before. The core's login adds and reads;
-- numbers, times and hashes are the trigger's, and the head is written by the functions below alone. ${journal} owns those:
-- a role that nobody logs in as, bound by row-level security, with just the rights that they need.

create table core.audit (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    seq bigint not null,
    at timestamptz not null,
    actor_id uuid,
    actor_name text not null,
    action text not null,
    subject text not null default '',
    details text not null default '',
    previous bytea not null,
    hash bytea not null,
    primary key (tenant_id, seq),
    foreign key (tenant_id) references system.tenant (id) on delete cascade
);

-- Where the chain ends, and where it begins once old lines were forgotten. years: how long lines are kept.
create table core.audit_head (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    seq bigint not null default 0,
    hash bytea not null default decode(repeat('00', 32), 'hex'),
    forgotten_seq bigint not null default 0,
    forgotten_hash bytea not null default decode(repeat('00', 32), 'hex'),
    years integer not null default 3 check (years between 1 and 10),
    primary key (tenant_id),
    foreign key (tenant_id) references system.tenant (id) on delete cascade
);

do $$
declare t text;
begin
    foreach t in array array['audit', 'audit_head'] loop
        execute format('alter table core.%I enable row level security', t);
        execute format('alter table core.%I force row level security', t);
        execute format('create policy tenant on core.%I using '
            || '(tenant_id = nullif(current_setting(''ent.tenant'', true), '''')::integer)', t);
    end loop;
end $$;

-- Each field with its length in bytes before it: no two lines are written alike. Times in microseconds since 1970.
create function core.audit_hash(line core.audit) returns bytea
language sql stable set search_path = pg_catalog, pg_temp
as $$
    select sha256(convert_to(string_agg(octet_length(convert_to(field, 'UTF8')) || ':' || field, '' order by place), 'UTF8')
        || line.previous)
    from unnest(array[
        line.tenant_id::text,
        line.seq::text,
        (extract(epoch from line.at) * 1000000)::bigint::text,
        coalesce(line.actor_id::text, ''),
        line.actor_name,
        line.action,
        line.subject,
        line.details]) with ordinality as fields (field, place)
$$;

-- Rather an error than waiting for ever.
create function core.audit_chain() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '20s'
as $$
declare head core.audit_head;
begin
    -- Told in words, before a policy refuses it.
    if new.tenant_id is distinct from nullif(current_setting('ent.tenant', true), '')::integer then
        raise exception 'a line of another tenant';
    end if;
    insert into core.audit_head (tenant_id) values (new.tenant_id) on conflict do nothing;
    select * into strict head from core.audit_head where tenant_id = new.tenant_id for update;
    new.seq := head.seq + 1;
    new.at := clock_timestamp();
    new.previous := head.hash;
    new.hash := core.audit_hash(new);
    update core.audit_head set seq = new.seq, hash = new.hash where tenant_id = new.tenant_id;
    return new;
end $$;

create trigger audit_chain before insert on core.audit for each row execute function core.audit_chain();

-- Forgets the lines that are older than the tenant keeps them, oldest first, and answers how many. The hash of the last one stays:
-- the chain is verified from there.
create function core.audit_forget(tenant integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    head core.audit_head;
    kept bigint;
    line core.audit;
    gone integer;
begin
    if tenant is distinct from nullif(current_setting('ent.tenant', true), '')::integer then
        raise exception 'the journal of another tenant';
    end if;
    select * into head from core.audit_head where tenant_id = tenant for update;
    if not found then
        return 0;
    end if;
    select coalesce(min(seq), head.seq + 1) into kept from core.audit
        where tenant_id = tenant and at >= now() - make_interval(years => greatest(head.years, 1));
    select * into line from core.audit where tenant_id = tenant and seq < kept order by seq desc limit 1;
    if not found then
        return 0;
    end if;
    delete from core.audit where tenant_id = tenant and seq <= line.seq;
    get diagnostics gone = row_count;
    update core.audit_head set forgotten_seq = line.seq, forgotten_hash = line.hash where tenant_id = tenant;
    return gone;
end $$;

create function core.audit_keep(tenant integer, kept_years integer) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if tenant is distinct from nullif(current_setting('ent.tenant', true), '')::integer then
        raise exception 'the journal of another tenant';
    end if;
    insert into core.audit_head (tenant_id, years) values (tenant, kept_years)
        on conflict (tenant_id) do update set years = excluded.years;
end $$;

revoke all on function core.audit_hash(core.audit), core.audit_chain(), core.audit_forget(integer),
    core.audit_keep(integer, integer) from public;
grant execute on function core.audit_forget(integer), core.audit_keep(integer, integer) to ${core};

grant select, insert on core.audit to ${core};
grant select on core.audit_head to ${core};

-- An owner needs the right to create in the schema while it becomes one.
grant usage, create on schema core to ${journal};
grant select, delete on core.audit to ${journal};
grant select, insert, update on core.audit_head to ${journal};
alter function core.audit_hash(core.audit) owner to ${journal};
alter function core.audit_chain() owner to ${journal};
alter function core.audit_forget(integer) owner to ${journal};
alter function core.audit_keep(integer, integer) owner to ${journal};
revoke create on schema core from ${journal};
