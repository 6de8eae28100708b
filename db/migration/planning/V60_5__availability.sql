-- When a place cannot be visited, and who says so. What was taken away keeps its row: that can be undone, and says who did it.
CREATE TABLE availability (
    id         varchar(36)              PRIMARY KEY,
    -- UAT, LOCALITY, SITE or STATION; the place is a SIRUTA code, a site's id or a station's
    level      varchar(16)              NOT NULL,
    place      varchar(60)              NOT NULL,
    -- MAYOR, POLICE, SITE, ROAD or STATION
    reason     varchar(16)              NOT NULL,
    -- WEEKLY: weekdays and seconds of the day on which a visit is possible; DATES and YEARLY: the days on which it is not
    kind       varchar(16)              NOT NULL,
    -- MON,TUE,…
    weekdays   varchar(40),
    from_time  integer,
    to_time    integer,
    -- yyyy-mm-dd, or mm-dd where it comes back every year
    first_day  varchar(10),
    last_day   varchar(10),
    note       varchar(300)             NOT NULL,
    written_by varchar(200)             NOT NULL,
    written_at timestamp with time zone NOT NULL,
    removed_by varchar(200),
    removed_at timestamp with time zone
);
