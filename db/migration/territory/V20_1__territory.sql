-- One county per database. The tables of module territory; other modules ask its face.

create table territory_county (
    id                 integer primary key check (id = 1),
    name               varchar(100) not null,
    revision           bigint       not null, -- grows with every change, so that readers know when to look again
    boundary_source    varchar(300) not null,
    boundary_date      date         not null,
    boundary_is_drawn  boolean      not null  -- true: computed and generalised, not official
);

create table territory_uat (
    siruta             integer primary key,
    name               varchar(100)     not null,
    type               varchar(20)      not null,
    seat_siruta        integer          not null,
    lat                double precision not null,
    lon                double precision not null,
    population         integer          not null,
    town_hall_address  varchar(300)     not null
);

create table territory_locality (
    siruta             integer primary key,
    name               varchar(100)     not null,
    uat_siruta         integer          not null references territory_uat (siruta),
    siruta_type        integer          not null,
    lat                double precision not null,
    lon                double precision not null,
    position_source    varchar(100)     not null,
    population         integer
);

create table territory_site (
    id                 varchar(60) primary key,
    ordinal            integer          not null, -- order in which sites are listed
    kind               varchar(20)      not null,
    locality_siruta    integer          not null references territory_locality (siruta),
    uat_siruta         integer          not null references territory_uat (siruta),
    name               varchar(200)     not null,
    lat                double precision not null,
    lon                double precision not null,
    wheelchair         boolean          not null
);

create table territory_office (
    id                 varchar(60) primary key,
    ordinal            integer          not null,
    kind               varchar(20)      not null,
    name               varchar(200)     not null,
    uat_siruta         integer          not null references territory_uat (siruta),
    lat                double precision not null,
    lon                double precision not null,
    address            varchar(300)     not null
);

create table territory_boundary (
    uat_siruta         integer primary key references territory_uat (siruta),
    geom               geometry not null -- WGS84 longitude/latitude
);
