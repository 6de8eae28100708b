-- A link by which a mayor or a police post answers once about one visit on one date. The token itself is nowhere: only its SHA-256.
CREATE TABLE partner_link (
    id             varchar(36)              PRIMARY KEY,
    appointment_id varchar(120)             NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
    partner        varchar(16)              NOT NULL,
    -- the appointment's version after the step that asked
    asked_version  bigint                   NOT NULL,
    visit_date     date                     NOT NULL,
    -- seconds of the day, Europe/Bucharest
    start_second   integer                  NOT NULL,
    end_second     integer                  NOT NULL,
    token_hash     varchar(64)              NOT NULL UNIQUE,
    created_at     timestamp with time zone NOT NULL,
    expires_at     timestamp with time zone NOT NULL,
    -- once closed, for ever
    closed_at      timestamp with time zone,
    closed_because varchar(16),
    answer         varchar(16),
    chosen_date    date,
    room           varchar(200),
    contact        varchar(200)
);

CREATE INDEX partner_link_of_visit ON partner_link (appointment_id, created_at);

-- Another date offered with a question, kept free for that visit for a while.
CREATE TABLE offered_date (
    appointment_id varchar(120)             NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
    rank_number    integer                  NOT NULL,
    station        varchar(60)              NOT NULL,
    visit_date     date                     NOT NULL,
    start_second   integer                  NOT NULL,
    end_second     integer                  NOT NULL,
    held_until     timestamp with time zone NOT NULL,
    PRIMARY KEY (appointment_id, rank_number)
);

CREATE INDEX offered_date_of_station ON offered_date (station, visit_date);
