-- The station a field team goes out with; empty for everybody who is of none.
ALTER TABLE account ADD COLUMN station varchar(100) DEFAULT '' NOT NULL;
