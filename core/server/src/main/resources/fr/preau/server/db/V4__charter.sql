-- The charter, by audience: what a tenant wrote instead of the built-in version 1, who accepted which version, and from which
-- age a pupil accepts alone. A tenant that wrote nothing has no row here but acceptances.

-- One draft at most for each audience: the row without published_at. `revision` grows with each change of a draft, so that
-- nobody overwrites or publishes what they have not seen.
create table core.charter_version (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    audience text not null check (audience in ('YOUNG_PUPIL', 'PUPIL', 'GUARDIAN', 'SCHOOL', 'TOWN', 'GUEST')),
    version integer not null check (version > 1),
    title text not null,
    intro text not null default '',
    articles jsonb not null default '[]',
    note text not null default '',
    revision integer not null default 1,
    published_at timestamptz,
    published_by uuid,
    primary key (tenant_id, audience, version),
    foreign key (tenant_id) references system.tenant (id) on delete cascade
);
create unique index charter_draft on core.charter_version (tenant_id, audience) where published_at is null;

-- GDPR, article 8, and loi Informatique et Libertés, article 45: from 15 a minor consents alone.
create table core.charter_ages (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    consent_age integer not null check (consent_age between 0 and 18),
    young_age integer not null check (young_age between 0 and 18),
    primary key (tenant_id),
    foreign key (tenant_id) references system.tenant (id) on delete cascade
);

-- SELF: the person, for themselves; of a pupil under the age it says only that they have read it. GUARDIAN: somebody with
-- parental authority, for them. EARLIER: a pupil, before guardians were asked; it counts for both.
alter table core.charter_acceptance
    add column audience text check (audience in ('YOUNG_PUPIL', 'PUPIL', 'GUARDIAN', 'SCHOOL', 'TOWN', 'GUEST')),
    add column role text not null default 'SELF' check (role in ('SELF', 'GUARDIAN', 'EARLIER')),
    add column accepted_by uuid;

-- Row-level security hides every row from a migration that is no superuser's.
alter table core.charter_acceptance no force row level security;
alter table core.person no force row level security;
update core.charter_acceptance c
set audience = case p.profile when 'PUPIL' then 'PUPIL' when 'GUARDIAN' then 'GUARDIAN' when 'MUNICIPAL_STAFF' then 'TOWN'
        when 'GUEST' then 'GUEST' else 'SCHOOL' end,
    role = case p.profile when 'PUPIL' then 'EARLIER' else 'SELF' end,
    accepted_by = p.id
from core.person p
where p.tenant_id = c.tenant_id and p.id = c.person_id;
alter table core.charter_acceptance
    alter column audience set not null,
    alter column accepted_by set not null,
    alter column accepted_at set default clock_timestamp(),
    drop constraint charter_acceptance_pkey,
    add primary key (tenant_id, person_id, audience, version, accepted_by);
insert into core.charter_acceptance (tenant_id, person_id, version, accepted_at, audience, role, accepted_by)
select tenant_id, person_id, version, accepted_at, 'YOUNG_PUPIL', role, accepted_by
from core.charter_acceptance c where c.role = 'EARLIER';
alter table core.charter_acceptance force row level security;
alter table core.person force row level security;

create index charter_acceptance_by on core.charter_acceptance (tenant_id, accepted_by);

do $$
declare t text;
begin
    foreach t in array array['charter_version', 'charter_ages'] loop
        execute format('alter table core.%I enable row level security', t);
        execute format('alter table core.%I force row level security', t);
        execute format('create policy tenant on core.%I using '
            || '(tenant_id = nullif(current_setting(''ent.tenant'', true), '''')::integer)', t);
        execute format('grant select, insert, update, delete on core.%I to ${core}', t);
    end loop;
end $$;

-- How each person stands with the charter in force for them: the one place that says it. Row-level security is the reader's.
-- own_at: when they accepted or read it themselves. consent_at: when a guardian accepted for a pupil under the age; what was
-- accepted of the other pupils' charter goes on until this one changes, so that nobody is shut out on a birthday.
-- accepted_at: the one of both that counts. step: what comes before anything else, null if nothing does.
create view core.charter_standing with (security_invoker = true) as
select p.tenant_id, p.id as person_id, whom.audience, coalesce(v.version, 1) as version, whom.under, rule.consent_age,
       own.accepted_at as own_at, consent.accepted_at as consent_at, consent.accepted_by as consent_by,
       case when whom.under then consent.accepted_at else own.accepted_at end as accepted_at,
       case when whom.under and consent.accepted_at is null then 'GUARDIAN'
            when own.accepted_at is not null then null
            when whom.under then 'READ'
            else 'ACCEPT' end as step,
       exists (select from core.charter_acceptance c
               where c.tenant_id = p.tenant_id and c.person_id = p.id and c.audience = whom.audience
                 and c.version < coalesce(v.version, 1)) as again
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
    select c.accepted_at from core.charter_acceptance c
    where c.tenant_id = p.tenant_id and c.person_id = p.id and c.audience = whom.audience
      and c.version = coalesce(v.version, 1) and c.role in ('SELF', 'EARLIER')
    order by c.accepted_at limit 1) own on true
left join lateral (
    select c.accepted_at, c.accepted_by from core.charter_acceptance c
    where whom.under and c.tenant_id = p.tenant_id and c.person_id = p.id and c.role in ('GUARDIAN', 'EARLIER')
      and (c.audience = whom.audience and c.version = coalesce(v.version, 1)
           or c.audience <> whom.audience and c.accepted_at >= coalesce(v.published_at, '-infinity'))
    order by c.audience = whom.audience desc, c.accepted_at limit 1) consent on true;

grant select on core.charter_standing to ${core};
