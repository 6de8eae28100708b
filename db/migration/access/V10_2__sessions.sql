-- Who is signed in in a browser. The cookie holds a random token, this table its SHA-256; the stamp is a digest of what the session
-- rests on (password hash, roles). No foreign key: a session whose account is gone lets nobody in and is swept with the idle ones.
CREATE TABLE account_session (
    token_digest varchar(43) PRIMARY KEY,
    account varchar(60) NOT NULL,
    stamp varchar(43) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL
);
CREATE INDEX account_session_seen ON account_session (seen_at);
