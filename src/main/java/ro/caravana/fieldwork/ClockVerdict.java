package ro.caravana.fieldwork;

/** What the phone's clock is worth. */
public enum ClockVerdict {
    /** Within two minutes of ours. */
    FITS,
    /** It was off by the same amount all the time, as far as one can tell; the times were moved by it. */
    CORRECTED,
    /** The times do not fall on the visit's day, or in the future, even so: somebody may have set the clock in between. */
    DOUBTFUL
}
