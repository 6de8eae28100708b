package ro.caravana.planning.availability;

/** Whose hours or closures they are. The names are stable, on the wire and in the database. */
public enum Whose {
    /** The town hall, which lends the room and sends somebody along. */
    MAYOR,
    /** The police post, which hands cards over and keeps order. */
    POLICE,
    /** The room itself; its weekly hours take the place of what is assumed of a room nobody has asked about. */
    SITE,
    /** The way there, for example a mountain road in winter. */
    ROAD,
    /** The station or its team. */
    STATION
}
