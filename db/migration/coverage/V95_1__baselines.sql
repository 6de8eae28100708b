-- The need of every UAT as each import of statistics made it: the ground from which the feed moves it. Kept, because the estimate
-- itself is not: only so can a later count be held against what was to be expected.
create table coverage_baseline (
    statistics_revision bigint primary key,
    as_of date not null,
    synthetic boolean not null
);

create table coverage_baseline_need (
    statistics_revision bigint not null references coverage_baseline (statistics_revision) on delete cascade,
    uat_siruta integer not null,
    -- persons, with the ends of the 95% interval
    mean double precision not null,
    low double precision not null,
    high double precision not null,
    -- counted cases behind it; the same number twice says that nobody counted again
    cases bigint not null,
    primary key (statistics_revision, uat_siruta)
);
