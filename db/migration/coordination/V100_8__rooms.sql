-- Where a visit is held and whom to call there, on one date: as the mayor answered, or as a planner corrected it. Nothing is
-- overwritten; the last version holds.
create table visit_room (
    appointment_id varchar(120) not null references appointment (id) on delete cascade,
    room_version integer not null,
    visit_date date not null,
    room varchar(200) not null,
    contact varchar(200) not null,
    changed_at timestamp with time zone not null,
    -- account name, or "link" for the mayor's own answer
    changed_by varchar(200) not null,
    primary key (appointment_id, room_version)
);

insert into visit_room (appointment_id, room_version, visit_date, room, contact, changed_at, changed_by)
select appointment_id, row_number() over (partition by appointment_id order by closed_at, id), coalesce(chosen_date, visit_date),
    coalesce(room, ''), coalesce(contact, ''), closed_at, 'link'
from partner_link
where partner = 'MAYOR' and answer in ('AGREE', 'ALTERNATIVE') and (coalesce(room, '') <> '' or coalesce(contact, '') <> '');
