-- What planners have written in place of the usual words, per kind of institution and kind of message; no row: the usual words.
create table partner_text (
    partner varchar(10) not null,
    kind varchar(20) not null,
    subject varchar(200) not null,
    body varchar(4000) not null,
    changed_at timestamp with time zone not null,
    changed_by varchar(100) not null,
    primary key (partner, kind)
);
