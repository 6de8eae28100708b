-- Which days an order preferred, so that a plan can say it and its scenarios begin with it: names separated by commas, '' where it preferred none.
-- NULL: ordered before this was kept, and nothing in the problem tells for certain.
ALTER TABLE action_plan ADD COLUMN prefer varchar(100);
