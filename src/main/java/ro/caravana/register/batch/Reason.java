package ro.caravana.register.batch;

/** Why an event waits in quarantine. */
public enum Reason {
    NOT_AN_OBJECT,
    UNKNOWN_FIELD,
    BAD_ID,
    /** Another event was counted under this id, with other content. */
    ID_REUSED,
    /** An event of another office was counted under this id; only that office can withdraw it. */
    ANOTHER_OFFICES,
    BAD_TIME,
    /** Later than the batch was received, beyond what clocks may differ. */
    FUTURE_TIME,
    UNKNOWN_SIRUTA,
    UNKNOWN_CATEGORY,
    UNKNOWN_CHANGE,
    BAD_AGE_BAND,
    BAD_SEX,
    /** Not a whole number from 1 to {@value EventReader#MOST_CASES}. */
    BAD_COUNT
}
