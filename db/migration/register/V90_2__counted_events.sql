-- Events that count, in the ledger's order instead of by their random ids: a new batch is written behind the others. Each row holds
-- up to 10,000 events, packed (see PackedEvents). All of it follows from the ledger: what the old table held is counted anew.
drop table register_event;
drop table register_day;

create table register_counted (
    ledger_position bigint not null,
    part integer not null,
    packed bytea not null,
    primary key (ledger_position, part)
);

-- counted_to: up to where register_counted is whole; counted_epoch: another after each rebuild.
alter table register_head add column counted_to bigint default 0 not null;
alter table register_head add column counted_epoch bigint default 0 not null;

-- One row: up to where the ledger is in register_place_day. Whoever adds to the sums locks it.
create table register_projection (
    id integer primary key,
    ledger_position bigint not null
);
insert into register_projection (id, ledger_position) values (1, 0);

-- The projection: what happened on a day (Europe/Bucharest) in a place, per kind of case and person, packed (see PackedSums).
create table register_place_day (
    happened_on date not null,
    siruta integer not null,
    packed bytea not null,
    primary key (happened_on, siruta)
);
