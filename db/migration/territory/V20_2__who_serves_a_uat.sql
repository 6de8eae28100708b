-- The local service that keeps the records of a UAT's residents; empty: the county does not say, the nearest one is assumed.
alter table territory_uat add column service varchar(60) default '' not null;
