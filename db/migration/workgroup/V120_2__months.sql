-- The annual Measure Plan's targets. Every change is a version of its own.
CREATE TABLE measure_target (
    target_year integer                  NOT NULL,
    version     bigint                   NOT NULL,
    -- VISITS, UATS, PERSONS or a case category
    measure     varchar(32)              NOT NULL,
    goal        integer                  NOT NULL,
    changed_by  varchar(200)             NOT NULL,
    changed_at  timestamp with time zone NOT NULL,
    PRIMARY KEY (target_year, version, measure)
);

-- What the working group has decided, and what became a task another way.
CREATE TABLE decision (
    id            varchar(36)              PRIMARY KEY,
    -- the month of the meeting that looks at it next, yyyy-mm
    meeting       varchar(7)               NOT NULL,
    subject       varchar(500)             NOT NULL,
    -- an institution or a function, never a person's name
    owner         varchar(120)             NOT NULL,
    due           date                     NOT NULL,
    origin        varchar(16)              NOT NULL,
    planners_only boolean                  NOT NULL,
    state         varchar(16)              NOT NULL,
    carried       integer                  NOT NULL,
    version       bigint                   NOT NULL,
    created_by    varchar(200)             NOT NULL,
    created_at    timestamp with time zone NOT NULL
);

CREATE INDEX decision_meeting ON decision (meeting, state);

CREATE TABLE decision_step (
    decision_id varchar(36)              NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
    version     bigint                   NOT NULL,
    action      varchar(16)              NOT NULL,
    to_state    varchar(16)              NOT NULL,
    to_meeting  varchar(7)               NOT NULL,
    note        varchar(300)             NOT NULL,
    taken_by    varchar(200)             NOT NULL,
    taken_at    timestamp with time zone NOT NULL,
    PRIMARY KEY (decision_id, version)
);

-- What a month's report was made from, kept when the month was closed; a row per audience, never changed.
CREATE TABLE month_report (
    report_month varchar(7)               NOT NULL,
    audience     varchar(16)              NOT NULL,
    facts        text                     NOT NULL,
    closed_by    varchar(200)             NOT NULL,
    closed_at    timestamp with time zone NOT NULL,
    PRIMARY KEY (report_month, audience)
);
