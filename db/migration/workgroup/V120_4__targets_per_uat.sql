-- What the Measure Plan promises for each UAT. Every change is a version of its own, also one that takes every goal away.
CREATE TABLE uat_target_version (
    target_year integer                  NOT NULL,
    version     bigint                   NOT NULL,
    changed_by  varchar(200)             NOT NULL,
    changed_at  timestamp with time zone NOT NULL,
    PRIMARY KEY (target_year, version)
);

CREATE TABLE uat_target (
    target_year integer NOT NULL,
    version     bigint  NOT NULL,
    siruta      integer NOT NULL,
    -- visits to be held and persons to be served; null where that one has no goal
    visits      integer,
    persons     integer,
    PRIMARY KEY (target_year, version, siruta),
    FOREIGN KEY (target_year, version) REFERENCES uat_target_version (target_year, version)
);
