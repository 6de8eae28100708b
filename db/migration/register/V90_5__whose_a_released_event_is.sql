-- Whose a counted event is, is asked when its id comes again; a released one lies at a position of its own.
create index register_quarantine_decided on register_quarantine (decided_position);
