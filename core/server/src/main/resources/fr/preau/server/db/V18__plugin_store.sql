-- Plugins that were installed while the server ran: every node takes their jars from here.
create table system.plugin_jar (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    plugin_id text not null,
    version text not null,
    content bytea not null,
    received_at timestamptz not null default now()
);

-- jar: what every node is to run; null: the one in its folder. previous: what a roll-back goes to.
-- removed_at: taken out, also if a folder still has its jar, until it is installed again.
alter table system.plugin
    add column jar text references system.plugin_jar,
    add column previous text references system.plugin_jar,
    add column removed_at timestamptz;

grant select, insert, update, delete on system.plugin_jar to ${core};
