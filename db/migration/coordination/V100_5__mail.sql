-- Where a UAT's mayor or police post gets mail.
CREATE TABLE partner_address (
    uat_siruta integer                  NOT NULL,
    partner    varchar(16)              NOT NULL,
    email      varchar(200)             NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by varchar(200)             NOT NULL,
    PRIMARY KEY (uat_siruta, partner)
);

-- The outbox: what is to be mailed, written in the transaction of the step that causes it. Its text is made when it is sent.
CREATE TABLE outgoing_mail (
    id             varchar(36)              PRIMARY KEY,
    appointment_id varchar(120)             NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
    partner        varchar(16)              NOT NULL,
    kind           varchar(16)              NOT NULL,
    -- the appointment's version that it speaks of
    about_version  bigint                   NOT NULL,
    recipient      varchar(200)             NOT NULL,
    created_at     timestamp with time zone NOT NULL,
    state          varchar(16)              NOT NULL,
    attempts       integer                  NOT NULL,
    next_try_at    timestamp with time zone NOT NULL,
    -- when a node began to hand it to the mail server
    claimed_at     timestamp with time zone,
    sent_at        timestamp with time zone,
    last_error     varchar(300),
    UNIQUE (appointment_id, partner, kind, about_version)
);

CREATE INDEX outgoing_mail_due ON outgoing_mail (state, next_try_at);
