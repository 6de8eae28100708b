-- Accounts of the people who sign in. The password column holds a bcrypt hash, never a password.
CREATE TABLE account (
    name varchar(60) PRIMARY KEY,
    password_hash varchar(100) NOT NULL,
    roles varchar(100) NOT NULL,
    password_expired boolean NOT NULL,
    demo boolean NOT NULL,
    created_at timestamp with time zone NOT NULL
);
