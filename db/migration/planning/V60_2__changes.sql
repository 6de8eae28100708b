-- What people change in a plan after it was made: a visit moved by hand, or a new proposal after the facts have changed. Both
-- documents are kept, so that the last accepted change can be taken back exactly.
CREATE TABLE plan_change (
    plan_id          varchar(36)              NOT NULL REFERENCES action_plan (id) ON DELETE CASCADE,
    number           integer                  NOT NULL,
    -- MOVE or REPLAN
    kind             varchar(16)              NOT NULL,
    -- PROPOSED, ACCEPTED, REJECTED, UNDONE
    state            varchar(16)              NOT NULL,
    made_at          timestamp with time zone NOT NULL,
    made_by          varchar(200)             NOT NULL,
    decided_at       timestamp with time zone,
    decided_by       varchar(200),
    reason           varchar(500),
    -- the plan's revision that was changed, and the one that accepting it made
    base_revision    bigint                   NOT NULL,
    applied_revision bigint,
    facts            text                     NOT NULL,
    diff             text                     NOT NULL,
    before_instance  text,
    before_solution  text                     NOT NULL,
    before_summary   text                     NOT NULL,
    after_instance   text,
    after_solution   text                     NOT NULL,
    after_summary    text                     NOT NULL,
    PRIMARY KEY (plan_id, number)
);
