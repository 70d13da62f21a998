-- One blog per class. Who may see which row is decided by joining to ent.class_reader; here only what a row may be.

create table post (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    class_id uuid not null,
    -- Null once the author has been erased and the post was kept for those who answered it.
    author_id uuid,
    state text not null check (state in ('DRAFT', 'WAITING', 'PUBLISHED', 'REFUSED', 'REMOVED')),
    title text not null check (char_length(title) <= 150),
    body text not null check (char_length(body) <= 20000),
    -- What the teacher wrote to the author when sending the post back.
    word text not null default '' check (char_length(word) <= 1000),
    -- Grows with each change: nobody approves a text other than the one that was read.
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    published_at timestamptz,
    -- The state that a restoration gives back.
    removed_from text check (removed_from in ('DRAFT', 'WAITING', 'PUBLISHED', 'REFUSED')),
    removed_by_author boolean not null default false,
    primary key (tenant_id, id),
    check ((state = 'REMOVED') = (removed_from is not null)),
    check (state <> 'PUBLISHED' or published_at is not null),
    check ('DRAFT' in (state, coalesce(removed_from, '')) or (title <> '' and body <> ''))
);
create index post_published on post (tenant_id, class_id, published_at desc, id) where state = 'PUBLISHED';
create index post_waiting on post (tenant_id, class_id, updated_at, id) where state = 'WAITING';
create index post_removed on post (tenant_id, class_id, updated_at desc, id) where state = 'REMOVED';
create index post_by_author on post (tenant_id, author_id, updated_at desc, id);

-- class_id repeats the post's, which never changes, so that a class's queue is one index scan.
create table comment (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    id uuid not null default gen_random_uuid(),
    post_id uuid not null,
    class_id uuid not null,
    author_id uuid,
    state text not null check (state in ('WAITING', 'PUBLISHED', 'REMOVED')),
    body text not null check (char_length(body) between 1 and 2000),
    created_at timestamptz not null default now(),
    removed_from text check (removed_from in ('WAITING', 'PUBLISHED')),
    removed_by_author boolean not null default false,
    primary key (tenant_id, id),
    foreign key (tenant_id, post_id) references post (tenant_id, id) on delete cascade,
    check ((state = 'REMOVED') = (removed_from is not null))
);
create index comment_by_post on comment (tenant_id, post_id, created_at, id);
create index comment_waiting on comment (tenant_id, class_id, created_at, id) where state = 'WAITING';
create index comment_by_author on comment (tenant_id, author_id);

alter table post enable row level security;
alter table post force row level security;
create policy tenant on post using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);

alter table comment enable row level security;
alter table comment force row level security;
create policy tenant on comment using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);
