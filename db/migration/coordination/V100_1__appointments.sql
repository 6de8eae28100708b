-- A visit of an accepted plan, copied so that it outlives the plan's next version. version grows by one with every step.
CREATE TABLE appointment (
    id            varchar(120)             PRIMARY KEY,
    plan_id       varchar(36)              NOT NULL,
    visit_id      varchar(80)              NOT NULL,
    station       varchar(60)              NOT NULL,
    kind          varchar(16)              NOT NULL,
    siruta        integer                  NOT NULL,
    uat_siruta    integer                  NOT NULL,
    locality      varchar(200)             NOT NULL,
    uat           varchar(200)             NOT NULL,
    site_id       varchar(80)              NOT NULL,
    site_name     varchar(300)             NOT NULL,
    persons       integer                  NOT NULL,
    visit_date    date                     NOT NULL,
    -- seconds of the day, Europe/Bucharest
    start_second  integer                  NOT NULL,
    end_second    integer                  NOT NULL,
    state         varchar(24)              NOT NULL,
    version       bigint                   NOT NULL,
    changed_at    timestamp with time zone NOT NULL
);

CREATE INDEX appointment_of_plan ON appointment (plan_id, visit_date);
CREATE INDEX appointment_of_uat ON appointment (uat_siruta, visit_date);

-- Every step of a visit, never changed afterwards; version is the appointment's after the step.
CREATE TABLE appointment_step (
    appointment_id varchar(120)             NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
    version        bigint                   NOT NULL,
    action         varchar(16)              NOT NULL,
    partner        varchar(16),
    from_state     varchar(24)              NOT NULL,
    to_state       varchar(24)              NOT NULL,
    from_date      date                     NOT NULL,
    to_date        date                     NOT NULL,
    taken_at       timestamp with time zone NOT NULL,
    taken_by       varchar(200)             NOT NULL,
    reason         varchar(500),
    PRIMARY KEY (appointment_id, version)
);
