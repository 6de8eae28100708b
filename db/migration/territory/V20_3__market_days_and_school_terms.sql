-- Days on which a plan would rather hold its visits.

create table territory_market_day (
    uat_siruta         integer      not null references territory_uat (siruta),
    weekday            integer      not null check (weekday between 1 and 7), -- Monday is 1
    months             varchar(30)  not null, -- numbers between spaces; empty: all year
    source             varchar(300) not null,
    primary key (uat_siruta, weekday)
);

create table territory_school_term (
    first_day          date primary key,
    last_day           date         not null,
    name               varchar(100) not null,
    source             varchar(300) not null
);
