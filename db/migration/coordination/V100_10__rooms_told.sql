-- Which room partners and citizens were told of, by the version it has in visit_room; 0: the plan's own building. Nothing is overwritten.
CREATE TABLE room_told (
    appointment_id varchar(120)             NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
    visit_date     date                     NOT NULL,
    room_version   bigint                   NOT NULL,
    told_at        timestamp with time zone NOT NULL,
    -- the account that told the new room; null: told with the visit's own step, when it was confirmed or announced
    told_by        varchar(200),
    PRIMARY KEY (appointment_id, visit_date, room_version)
);

-- Whoever was told before this table was: the room that stood when the visit was confirmed or announced last.
INSERT INTO room_told (appointment_id, visit_date, room_version, told_at)
SELECT a.id, a.visit_date, COALESCE(MAX(r.room_version), 0), a.changed_at
FROM appointment a
LEFT JOIN visit_room r ON r.appointment_id = a.id AND r.visit_date = a.visit_date
    AND (r.changed_by = 'link' OR r.changed_at <= a.changed_at)
WHERE a.state IN ('CONFIRMED', 'ANNOUNCED') AND a.kind <> 'HOME'
GROUP BY a.id, a.visit_date, a.changed_at;
