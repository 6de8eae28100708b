-- Where the working group gets mail, as administrators set it; no row: the setting CARAVANA_GROUP_EMAIL. Nothing is overwritten.
CREATE TABLE group_list (
    version    bigint                   PRIMARY KEY,
    -- empty: nobody gets mail
    email      varchar(200)             NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by varchar(200)             NOT NULL
);
