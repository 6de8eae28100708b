package ro.caravana.reported;

/** Where a report stands. */
public enum ReportState {
    /** Nobody has decided yet. */
    OPEN,
    /** Counts as evidence of need. */
    ACCEPTED,
    /** Set aside with a reason: a duplicate, a mistake, or met meanwhile. */
    DISMISSED
}
