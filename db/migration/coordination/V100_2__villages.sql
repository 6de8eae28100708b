-- Which plan's visits a village has: one plan at a time, whoever accepts at once. A locality that is missing is free.
CREATE TABLE appointment_village (
    siruta  integer     PRIMARY KEY,
    plan_id varchar(36) NOT NULL
);

-- plans accepted before this rule: a village stays with the plan in which most was done about it
INSERT INTO appointment_village (siruta, plan_id)
SELECT siruta, MAX(plan_id)
FROM appointment a
WHERE version = (SELECT MAX(b.version) FROM appointment b WHERE b.siruta = a.siruta)
GROUP BY siruta;

CREATE INDEX appointment_of_village ON appointment (siruta, visit_date);
