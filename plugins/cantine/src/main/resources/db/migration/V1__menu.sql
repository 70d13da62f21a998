-- A day of menus, as a draft or as families see it. Publishing turns the draft's row into the published one.
create table menu_day (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    day date not null,
    -- Null: for all the schools of the ENT. A school's own row wins over that one.
    school_id uuid,
    state text not null check (state in ('DRAFT', 'PUBLISHED')),
    closed boolean not null default false,
    closed_reason text not null default '' check (char_length(closed_reason) <= 160),
    note text not null default '' check (char_length(note) <= 300),
    -- Grows with each change: nobody overwrites a menu other than the one that was read.
    version integer not null default 1,
    saved_at timestamptz not null default now(),
    saved_by uuid,
    published_at timestamptz,
    published_by uuid,
    -- Set when a menu that families had seen was changed; why, if the kitchen said so.
    modified_at timestamptz,
    modification_reason text not null default '' check (char_length(modification_reason) <= 300),
    primary key (tenant_id, id),
    unique nulls not distinct (tenant_id, day, school_id, state),
    check (state = 'DRAFT' or published_at is not null)
);
create index menu_day_by_saver on menu_day (tenant_id, saved_by);
create index menu_day_by_publisher on menu_day (tenant_id, published_by);

-- A meal is the dishes of a day that share meal and convives (who eats; empty: everyone).
create table dish (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    day_id uuid not null,
    position integer not null,
    meal text not null check (meal in
        ('PETIT_DEJEUNER', 'COLLATION', 'DEJEUNER', 'PIQUE_NIQUE', 'GOUTER', 'DINER', 'AUTRE')),
    convives text not null default '' check (char_length(convives) <= 80),
    course text not null check (course in
        ('ENTREE', 'PLAT', 'GARNITURE', 'PRODUIT_LAITIER', 'DESSERT', 'PAIN', 'AUTRE')),
    name text not null check (char_length(name) between 1 and 160),
    code text not null default '' check (char_length(code) <= 16),
    siqo text[] not null default '{}' check (siqo <@ array['BIO', 'AOP', 'AOC', 'IGP', 'STG', 'LABEL_ROUGE']),
    label text not null default '' check (char_length(label) <= 160),
    regimes text[] not null default '{}' check (regimes <@ array[
        'VEGETARIEN', 'SANS_SEL', 'SANS_PORC', 'SANS_SUCRE_AJOUTE']),
    precisions text not null default '' check (char_length(precisions) <= 300),
    -- Null: nobody said. Empty: none of the fourteen. Never mistake one for the other.
    allergens text[] check (allergens <@ array[
        'GLUTEN', 'CRUSTACES', 'OEUFS', 'POISSONS', 'ARACHIDES', 'SOJA', 'LAIT', 'FRUITS_A_COQUE', 'CELERI', 'MOUTARDE',
        'SESAME', 'SULFITES', 'LUPIN', 'MOLLUSQUES']),
    primary key (tenant_id, day_id, position),
    foreign key (tenant_id, day_id) references menu_day (tenant_id, id) on delete cascade
);

-- A file between its dry run and its confirmation: for one person, deleted after use or after a day.
create table import_draft (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    person_id uuid not null,
    file_name text not null,
    content bytea not null,
    -- Which restaurant the person chose: FILE (as the file says), ALL, or a school's number (UAI).
    target text not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id)
);
create index import_draft_by_person on import_draft (tenant_id, person_id);

-- Who publishes the open data: what the SCDL format asks for on each line. One row.
create table publisher (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    name text not null check (char_length(name) between 1 and 160),
    siret text not null check (siret ~ '^[0-9]{14}$'),
    kitchen_name text not null check (char_length(kitchen_name) between 1 and 160),
    kitchen_siret text not null default '' check (kitchen_siret ~ '^([0-9]{14})?$'),
    primary key (tenant_id)
);

alter table menu_day enable row level security;
alter table menu_day force row level security;
create policy tenant on menu_day using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);

alter table dish enable row level security;
alter table dish force row level security;
create policy tenant on dish using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);

alter table import_draft enable row level security;
alter table import_draft force row level security;
create policy tenant on import_draft using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);

alter table publisher enable row level security;
alter table publisher force row level security;
create policy tenant on publisher using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);
