package ro.caravana.coordination.link;

import ro.caravana.coordination.Appointment;

/**
 * A planner tells mayor and police of another room; published inside the transaction that says so.
 *
 * @param roomVersion of the room in the room's history
 */
public record RoomTold(Appointment visit, long roomVersion) {}
