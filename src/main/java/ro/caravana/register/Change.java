package ro.caravana.register;

/** What an event says about cases. */
public enum Change {
    /** Persons without a valid document became known. */
    OPENED,
    /** They received one. */
    RESOLVED,
    /**
     * They were reported by mistake. With the id of an earlier event it undoes that event, whatever it said; with an id of its own
     * it takes back so many opened cases.
     */
    WITHDRAWN
}
