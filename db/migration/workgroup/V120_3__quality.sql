-- The address of a visit's questionnaire. It is printed on paper that everybody gets: whoever has it may answer, and sees nothing.
CREATE TABLE questionnaire (
    visit_id   varchar(120)             PRIMARY KEY,
    token      varchar(32)              NOT NULL UNIQUE,
    created_at timestamp with time zone NOT NULL
);

-- One person's answers, 1 to 5; nothing about the person. A question may be left out.
CREATE TABLE questionnaire_answer (
    id          varchar(36)              PRIMARY KEY,
    visit_id    varchar(120)             NOT NULL,
    uat_siruta  integer                  NOT NULL,
    held_on     date                     NOT NULL,
    channel     varchar(16)              NOT NULL,
    answer1     smallint,
    answer2     smallint,
    answer3     smallint,
    answer4     smallint,
    answer5     smallint,
    answered_at timestamp with time zone NOT NULL,
    -- the account that typed it in from paper or telephone
    entered_by  varchar(200),
    -- of the form it came by: the same form sent twice is one answer
    request_key varchar(80)              UNIQUE
);

CREATE INDEX questionnaire_answer_day ON questionnaire_answer (held_on, uat_siruta);

-- What somebody complains about, in their own words; for planners only. It became a task.
CREATE TABLE complaint (
    id          varchar(36)              PRIMARY KEY,
    visit_id    varchar(120)             NOT NULL,
    words       varchar(1000)            NOT NULL,
    channel     varchar(16)              NOT NULL,
    received_at timestamp with time zone NOT NULL,
    decision_id varchar(36)              NOT NULL REFERENCES decision (id)
);
