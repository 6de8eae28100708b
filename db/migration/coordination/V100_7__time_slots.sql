-- Numbers that citizens take for a quarter of an hour, so that they do not queue. Nobody's name, telephone or address is kept.

-- Visits whose quarters of an hour can be taken.
create table visit_slots (
    appointment_id varchar(100) primary key references appointment (id) on delete cascade,
    places integer not null
);

create table visit_number (
    -- SHA-256 of the secret on the slip, by which a number is looked at and given back
    ticket_hash varchar(64) primary key,
    appointment_id varchar(100) not null references appointment (id) on delete cascade,
    visit_date date not null,
    slot_start integer not null,
    number_taken integer not null,
    constraint visit_number_once unique (appointment_id, visit_date, number_taken)
);
