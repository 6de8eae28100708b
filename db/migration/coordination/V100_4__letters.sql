-- The register of outgoing letters: numbers without gaps, one row of letter per question to a partner.
CREATE TABLE letter_counter (
    registry_year integer PRIMARY KEY,
    last_number   integer NOT NULL
);

-- the years are here beforehand, so that two who write the year's first letter at once wait for each other
INSERT INTO letter_counter (registry_year, last_number)
VALUES (2026, 0), (2027, 0), (2028, 0), (2029, 0), (2030, 0),
       (2031, 0), (2032, 0), (2033, 0), (2034, 0), (2035, 0),
       (2036, 0), (2037, 0), (2038, 0), (2039, 0), (2040, 0),
       (2041, 0), (2042, 0), (2043, 0), (2044, 0), (2045, 0),
       (2046, 0), (2047, 0), (2048, 0), (2049, 0), (2050, 0);

CREATE TABLE letter (
    link_id         varchar(36) PRIMARY KEY REFERENCES partner_link (id) ON DELETE CASCADE,
    registry_year   integer     NOT NULL,
    registry_number integer     NOT NULL,
    registered_on   date        NOT NULL,
    UNIQUE (registry_year, registry_number)
);
