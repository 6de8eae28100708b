-- What each rule of a plan costs: the plan is solved again under relaxed rules, each as a plan of its own in the same queue. Such rows are no
-- plans anybody chose: lists leave them out, and their documents are dropped when they are over; their summary stays.
CREATE TABLE plan_price (
    plan_id         varchar(36) PRIMARY KEY REFERENCES action_plan (id) ON DELETE CASCADE,
    priced_plan     varchar(36) NOT NULL REFERENCES action_plan (id) ON DELETE CASCADE,
    rule            varchar(40) NOT NULL,
    place           integer     NOT NULL,
    -- what the rule was changed by, where that is not always the same: a date, a number of days
    detail          varchar(40),
    -- the plan's revision when it was asked
    priced_revision bigint      NOT NULL,
    UNIQUE (priced_plan, rule)
);
