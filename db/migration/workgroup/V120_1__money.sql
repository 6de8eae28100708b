-- A year's budget lines and prices, in bani. Every change is a row of its own: what held on a past day can be read again.
CREATE TABLE money_year (
    budget_year         integer                  NOT NULL,
    -- grows by one with every change
    version             bigint                   NOT NULL,
    fuel_bani           bigint                   NOT NULL,
    hours_bani          bigint                   NOT NULL,
    overtime_bani       bigint                   NOT NULL,
    card_fees_bani      bigint                   NOT NULL,
    other_bani          bigint                   NOT NULL,
    km_price_bani       integer                  NOT NULL,
    hour_price_bani     integer                  NOT NULL,
    overtime_price_bani integer                  NOT NULL,
    card_fee_bani       integer                  NOT NULL,
    team_persons        integer                  NOT NULL,
    regular_minutes     integer                  NOT NULL,
    fee_share_permille  integer                  NOT NULL,
    changed_by          varchar(200)             NOT NULL,
    changed_at          timestamp with time zone NOT NULL,
    PRIMARY KEY (budget_year, version)
);

-- What was spent on the line "other": nobody reports it from the field.
CREATE TABLE money_expense (
    id         varchar(36)              PRIMARY KEY,
    spent_on   date                     NOT NULL,
    bani       bigint                   NOT NULL,
    note       varchar(200)             NOT NULL,
    entered_by varchar(200)             NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    -- an entry is struck out, never deleted
    struck_by  varchar(200),
    struck_at  timestamp with time zone
);

CREATE INDEX money_expense_day ON money_expense (spent_on);
