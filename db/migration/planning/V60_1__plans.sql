-- Plans as jobs. A row is claimed by one node at a time: it names itself in lease_node and renews lease_until while it solves;
-- a node that dies lets the lease run out and another one goes on from the best plan so far.
CREATE TABLE action_plan (
    id                varchar(36)              PRIMARY KEY,
    name              varchar(200)             NOT NULL,
    start_date        date                     NOT NULL,
    end_date          date                     NOT NULL,
    status            varchar(16)              NOT NULL,
    created_at        timestamp with time zone NOT NULL,
    created_by        varchar(200)             NOT NULL,
    seconds           integer                  NOT NULL,
    seed              bigint                   NOT NULL,
    based_on          varchar(36),
    elapsed_seconds   double precision         NOT NULL,
    figures_as_of     date                     NOT NULL,
    figures_source    varchar(2000)            NOT NULL,
    figures_synthetic boolean                  NOT NULL,
    summary           text,
    failure           varchar(500),
    -- PAUSE or CANCEL: what a person asked while a node was solving; the node grants it within a second
    wish              varchar(16),
    lease_node        varchar(64),
    lease_until       timestamp with time zone,
    revision          bigint                   NOT NULL
);

CREATE INDEX action_plan_queue ON action_plan (status, created_at);

-- The documents are large and rarely read together with the row.
CREATE TABLE plan_instance (
    plan_id  varchar(36) PRIMARY KEY REFERENCES action_plan (id) ON DELETE CASCADE,
    document text        NOT NULL
);

CREATE TABLE plan_solution (
    plan_id  varchar(36) PRIMARY KEY REFERENCES action_plan (id) ON DELETE CASCADE,
    document text        NOT NULL
);

-- An order that was sent twice under one Idempotency-Key starts one plan.
CREATE TABLE plan_order_key (
    account    varchar(200) NOT NULL,
    order_key  varchar(200) NOT NULL,
    order_hash varchar(64)  NOT NULL,
    plan_id    varchar(36)  NOT NULL REFERENCES action_plan (id) ON DELETE CASCADE,
    PRIMARY KEY (account, order_key)
);

CREATE TABLE station (
    id               varchar(60)  PRIMARY KEY,
    name             varchar(200) NOT NULL,
    base_site        varchar(60)  NOT NULL,
    workday_start    integer      NOT NULL,
    workday_end      integer      NOT NULL,
    -- MON,TUE,…
    weekdays         varchar(40)  NOT NULL,
    capacity_persons integer      NOT NULL
);

-- Every county starts with one station at its directorate: 08:00 to 16:30, sixty persons a day.
INSERT INTO station (id, name, base_site, workday_start, workday_end, weekdays, capacity_persons)
VALUES ('station-1', 'Stația 1', 'base', 28800, 59400, 'MON,TUE,WED,THU,FRI', 60);
