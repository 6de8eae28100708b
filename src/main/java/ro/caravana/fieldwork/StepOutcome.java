package ro.caravana.fieldwork;

/** What became of the visit's state when a report came. */
public enum StepOutcome {
    /** The visit stands where the report says, by this report or before it. */
    TAKEN,
    /** The visit's life does not lead there, for example because it was called off or never announced; a planner should look. */
    REFUSED
}
