package ro.caravana.statistics;

/** Why a person has no valid document; one person may have several cases. Minutes are the usual time at the station. */
public enum CaseCategory {
    NO_ID(15),
    EXPIRED_ID(8),
    DAMAGED_ID(8),
    FIRST_ID_14(10),
    NO_BIRTH_CERTIFICATE(20),
    TEMPORARY_ID(10),
    NON_TRANSPORTABLE(30);

    private final int minutes;

    CaseCategory(int minutes) {
        this.minutes = minutes;
    }

    /** Typical minutes at the station (the customer's experience, not a measurement). */
    public int minutes() {
        return minutes;
    }
}
