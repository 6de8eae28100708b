-- What an office's system calls by another code: "when SPCLEP-X says siruta 1234 it means 55687". Only ever grows; the last row of an
-- office, field and said word counts, and one without a meaning takes the earlier one back. A batch remembers up to which row it
-- was read with, so that a recount reads it the same way.
create table register_alias (
    -- counts up without gaps, so that a number names one state of the table for ever
    id bigint primary key,
    office varchar(64) not null,
    field varchar(16) not null,
    said varchar(100) not null,
    means varchar(24),
    made_by varchar(100) not null,
    made_at timestamp with time zone not null
);
alter table register_batch add column aliases_to bigint default 0 not null;

-- The last batch of an office that was refused because one before it is missing.
create table register_gap (
    office varchar(64) primary key,
    offered bigint not null,
    refused_at timestamp with time zone not null
);
