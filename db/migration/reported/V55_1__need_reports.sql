-- Who may report needs by a link without an account: a function, never a person's name. The token itself is nowhere: only its SHA-256.
CREATE TABLE need_reporter (
    id          varchar(36)              PRIMARY KEY,
    source_kind varchar(16)              NOT NULL,
    uat_siruta  integer                  NOT NULL,
    label       varchar(100)             NOT NULL,
    token_hash  varchar(64)              NOT NULL UNIQUE,
    created_by  varchar(200)             NOT NULL,
    created_at  timestamp with time zone NOT NULL,
    expires_at  timestamp with time zone NOT NULL,
    -- once withdrawn, for ever
    revoked_at  timestamp with time zone
);

-- "About so many persons here lack this": what somebody on the spot knows. Raw counts.
CREATE TABLE need_report (
    id          varchar(36)              PRIMARY KEY,
    -- of a locality, or of the UAT where the village was not named
    siruta      integer                  NOT NULL,
    uat_siruta  integer                  NOT NULL,
    category    varchar(32)              NOT NULL,
    persons     integer                  NOT NULL,
    source_kind varchar(16)              NOT NULL,
    observed_on date                     NOT NULL,
    note        varchar(300)             NOT NULL,
    -- null: reported with an account
    reporter_id varchar(36)              REFERENCES need_reporter (id),
    reported_by varchar(200)             NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    state       varchar(16)              NOT NULL,
    -- grows by one with every decision
    version     bigint                   NOT NULL,
    -- the Idempotency-Key it came with
    request_key varchar(200)             UNIQUE
);

CREATE INDEX need_report_of_place ON need_report (uat_siruta, category);

-- Every decision about a report, never changed afterwards.
CREATE TABLE need_report_step (
    report_id  varchar(36)              NOT NULL REFERENCES need_report (id) ON DELETE CASCADE,
    version    bigint                   NOT NULL,
    action     varchar(16)              NOT NULL,
    to_state   varchar(16)              NOT NULL,
    reason     varchar(300)             NOT NULL,
    taken_by   varchar(200)             NOT NULL,
    taken_at   timestamp with time zone NOT NULL,
    PRIMARY KEY (report_id, version)
);
