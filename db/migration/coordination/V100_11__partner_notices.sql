-- What a partner without an e-mail address, or while no mail leaves, has to be told by telephone or on paper.
CREATE TABLE partner_notice (
    id              varchar(36)              PRIMARY KEY,
    appointment_id  varchar(120)             NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
    partner         varchar(16)              NOT NULL,
    kind            varchar(16)              NOT NULL,
    -- the appointment's version that it speaks of; the room's version of a notice about a room
    about_version   bigint                   NOT NULL,
    created_at      timestamp with time zone NOT NULL,
    -- OPEN, TOLD, or OVERTAKEN by a newer one
    state           varchar(16)              NOT NULL,
    told_at         timestamp with time zone,
    told_by         varchar(200),
    -- of its printed letter, from the same counter as the questions' letters; null until it is first printed
    registry_year   integer,
    registry_number integer,
    registered_on   date,
    UNIQUE (appointment_id, partner, kind, about_version),
    UNIQUE (registry_year, registry_number)
);

CREATE INDEX partner_notice_open ON partner_notice (state, created_at);
