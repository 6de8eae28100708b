package ro.caravana.planning;

import java.util.Locale;

/** Where a plan's making stands; on the wire in lower case. */
public enum PlanStatus {
    /** Waits for a solver. */
    QUEUED,
    SOLVING,
    /** A person stopped it for now; {@code resume} queues it again with the seconds that are left. */
    PAUSED,
    /** Its seconds are spent. */
    FINISHED,
    /** A person stopped it for good; the best plan so far stays readable. */
    CANCELLED,
    /** The solver broke; the best plan so far, if any, stays readable. */
    FAILED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PlanStatus ofWire(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Whether nothing will change any more unless a person acts. */
    public boolean isOver() {
        return this == FINISHED || this == CANCELLED || this == FAILED;
    }
}
