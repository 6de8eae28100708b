-- How far each civil status office is on its way into the national system. An office without a row has not begun.
-- version grows by one with every step.
create table siieasc_office (
    office varchar(64) primary key,
    state varchar(16) not null,
    -- the day the office reached the state
    since date not null,
    note varchar(300) not null,
    version bigint not null,
    changed_by varchar(200) not null,
    changed_at timestamp with time zone not null
);

-- Every step, never changed afterwards.
create table siieasc_step (
    office varchar(64) not null,
    version bigint not null,
    from_state varchar(16) not null,
    to_state varchar(16) not null,
    since date not null,
    note varchar(300) not null,
    changed_by varchar(200) not null,
    changed_at timestamp with time zone not null,
    primary key (office, version)
);
