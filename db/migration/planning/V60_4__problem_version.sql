-- Facts may change while a plan is searched: its problem is then another one, and a node that still solves the earlier one may no longer
-- write what it finds.
ALTER TABLE action_plan ADD COLUMN problem_version integer DEFAULT 1 NOT NULL;
