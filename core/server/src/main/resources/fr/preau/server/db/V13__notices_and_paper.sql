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

-- What somebody accepted on paper, and who wrote it down here, by whose name at that time; accepted_at is when they did. Null: the person
-- accepted here.
alter table core.charter_acceptance
    add column recorded_by uuid,
    add column recorded_by_name text not null default '';

-- As before; paper: what counts was accepted on paper.
create or replace view core.charter_standing with (security_invoker = true) as
select p.tenant_id, p.id as person_id, whom.audience, coalesce(v.version, 1) as version, whom.under, rule.consent_age,
       own.accepted_at as own_at, consent.accepted_at as consent_at, consent.accepted_by as consent_by,
       case when whom.under then consent.accepted_at else own.accepted_at end as accepted_at,
       case when whom.under and consent.accepted_at is null then 'GUARDIAN'
            when own.accepted_at is not null then null
            when whom.under then 'READ'
            else 'ACCEPT' end as step,
       exists (select from core.charter_acceptance c
               where c.tenant_id = p.tenant_id and c.person_id = p.id and c.audience = whom.audience
                 and c.version < coalesce(v.version, 1)) as again,
       coalesce(case when whom.under then consent.paper else own.paper end, false) as paper
from core.person p
left join core.charter_ages a on a.tenant_id = p.tenant_id
cross join lateral (
    select p.profile = 'PUPIL' as pupil, coalesce(a.consent_age, 15) as consent_age, coalesce(a.young_age, 8) as young_age) rule
cross join lateral (
    select case p.profile
               when 'PUPIL' then case
                   when rule.young_age > 0 and (p.birth_date is null
                        or p.birth_date > current_date - make_interval(years => rule.young_age)) then 'YOUNG_PUPIL'
                   else 'PUPIL' end
               when 'GUARDIAN' then 'GUARDIAN'
               when 'MUNICIPAL_STAFF' then 'TOWN'
               when 'GUEST' then 'GUEST'
               else 'SCHOOL' end as audience,
           rule.pupil and rule.consent_age > 0 and (p.birth_date is null
               or p.birth_date > current_date - make_interval(years => rule.consent_age)) as under) whom
left join lateral (
    select c.version, c.published_at from core.charter_version c
    where c.tenant_id = p.tenant_id and c.audience = whom.audience and c.published_at is not null
    order by c.version desc limit 1) v on true
left join lateral (
    select c.accepted_at, c.recorded_by is not null as paper from core.charter_acceptance c
    where c.tenant_id = p.tenant_id and c.person_id = p.id and c.audience = whom.audience
      and c.version = coalesce(v.version, 1) and c.role in ('SELF', 'EARLIER')
    order by c.accepted_at limit 1) own on true
left join lateral (
    select c.accepted_at, c.accepted_by, c.recorded_by is not null as paper from core.charter_acceptance c
    where whom.under and c.tenant_id = p.tenant_id and c.person_id = p.id and c.role in ('GUARDIAN', 'EARLIER')
      and (c.audience = whom.audience and c.version = coalesce(v.version, 1)
           or c.audience <> whom.audience and c.accepted_at >= coalesce(v.published_at, '-infinity'))
    order by c.audience = whom.audience desc, c.accepted_at limit 1) consent on true;
