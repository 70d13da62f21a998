-- Whose signature on plugins counts on this server: SHA-256 of the certificate. Removed ones are kept, to say who it was.
create table system.plugin_signer (
    fingerprint text primary key check (fingerprint ~ '^[0-9a-f]{64}$'),
    name text not null check (char_length(name) between 1 and 100),
    added_at timestamptz not null default now(),
    removed_at timestamptz
);

-- Where plugins are offered: an address (a folder or http), and its index as it was last read and verified. signer: who signed the
-- first one that was read, null in development; another one is refused. number only grows: an older index is refused. fault: why the
-- last reading failed, empty if it did not.
create table system.plugin_repository (
    id integer generated always as identity primary key,
    address text not null unique check (char_length(address) between 1 and 500),
    added_at timestamptz not null default now(),
    signer text,
    number bigint not null,
    index text not null,
    read_at timestamptz not null,
    fault text not null default ''
);

grant select, insert, update, delete on system.plugin_signer, system.plugin_repository to ${core};
