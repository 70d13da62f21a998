-- What a plugin may join to. Owned by ${views}, so row-level security shows one tenant only.
set role ${views};

-- As people search: without accents and case, whatever the collation, and with plain apostrophes. To find a part of a name:
-- position(ent.plain(:asked) in ent.plain(name)) > 0, in which no character has a meaning of its own.
create function ent.plain(written text) returns text
language sql immutable parallel safe
as $$
    select replace(replace(lower(translate(
        regexp_replace(normalize(written, NFD), '[\u0300-\u036F]', '', 'g'), '’ŒÆ', '''œæ')), 'œ', 'oe'), 'æ', 'ae')
$$;

create view ent.school as
    select s.id, s.uai, s.name, c.name as commune
    from core.school s join core.commune c using (tenant_id, insee);

create view ent.class as
    select c.id, c.school_id, s.name as school_name, c.name, c.level, c.school_year
    from core.class c join core.school s on s.tenant_id = c.tenant_id and s.id = c.school_id;

create view ent.person as
    select id, profile, first_name, coalesce(nullif(usual_name, ''), last_name) as last_name, birth_date,
           first_name || ' ' || coalesce(nullif(usual_name, ''), last_name) as display_name
    from core.person;

-- Now: memberships that have begun and not ended.
create view ent.membership as
    select person_id, school_id, class_id, role, since
    from core.membership
    where since <= current_date and (until is null or until > current_date);

-- Now, and with parental authority.
create view ent.guardianship as
    select guardian_id, pupil_id
    from core.guardianship
    where authority and since <= current_date and (until is null or until > current_date);

-- Who has to do with a class: how is PUPIL, TEACHER, STAFF (of the class, or of the whole school), HEAD (of its school) or
-- GUARDIAN (of a pupil in it). Head and staff of a school: its classes of this school year, which turns on 1 August. A person
-- may appear several times for one class: use exists() or distinct.
create view ent.class_reader as
    select m.class_id, m.person_id, m.role as how
    from core.membership m
    where m.class_id is not null and m.role in ('PUPIL', 'TEACHER', 'STAFF')
      and m.since <= current_date and (m.until is null or m.until > current_date)
    union all
    select c.id, m.person_id, m.role
    from core.membership m join core.class c on c.tenant_id = m.tenant_id and c.school_id = m.school_id
    where (m.role = 'HEAD' or (m.role = 'STAFF' and m.class_id is null))
      and c.school_year = extract(year from current_date - interval '7 months')
      and m.since <= current_date and (m.until is null or m.until > current_date)
    union all
    select m.class_id, g.guardian_id, 'GUARDIAN'
    from core.guardianship g join core.membership m on m.tenant_id = g.tenant_id and m.person_id = g.pupil_id
    where m.role = 'PUPIL' and m.since <= current_date and (m.until is null or m.until > current_date)
      and g.authority and g.since <= current_date and (g.until is null or g.until > current_date);

-- Groups that compute themselves: kind, then what they are about (school, class or service), then who is in.
create view ent.automatic_group as
    select 'CLASS_' || how as kind, class_id::text as about, person_id from ent.class_reader where how <> 'HEAD'
    union
    select 'SCHOOL_' || role, school_id::text, person_id from ent.membership
    union
    select 'SERVICE', service, id from core.person where profile = 'MUNICIPAL_STAFF' and service <> '';

reset role;
