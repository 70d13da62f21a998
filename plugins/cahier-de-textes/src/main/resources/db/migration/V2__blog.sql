-- Posts of class blogs, as the blog tells of them: no title, no author.
create table blog_post (
    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
    post_id uuid not null,
    class_id uuid not null,
    day date not null,
    path text not null,
    primary key (tenant_id, post_id)
);
create index blog_post_by_class on blog_post (tenant_id, class_id, day);
alter table blog_post enable row level security;
alter table blog_post force row level security;
create policy tenant on blog_post using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);
