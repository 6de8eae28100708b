-- A copy of a plan under other conditions answers a question; it is not what the year will be until somebody accepts it.
ALTER TABLE action_plan ADD COLUMN scenario BOOLEAN DEFAULT FALSE NOT NULL;
