package ro.caravana.planning.solver;

import ro.caravana.planning.UnservedReason;

/** What keeps a visit off a station's day, in the order in which it is asked. People read the message file's {@code slot.<code>}. */
public enum Obstacle {
    /** The station does not work, or it is a holiday. */
    STATION_OFF("station-off", UnservedReason.NO_OPEN_DAY),
    /** The day has passed, or is so near that nobody could be told in time. */
    TOO_SOON("too-soon", UnservedReason.NO_OPEN_DAY),
    /** Before the visit's earliest or after its latest date. */
    OUT_OF_DATES("out-of-dates", UnservedReason.NO_OPEN_DAY),
    /** The site is closed. */
    SITE_CLOSED("site-closed", UnservedReason.NO_OPEN_DAY),
    /** The site's opening hours, or the visit's own, are shorter than the service. */
    WINDOW_TOO_SHORT("window-too-short", UnservedReason.WINDOW_TOO_SHORT),
    /** More persons than the station can receive, even alone. */
    TOO_MANY_PERSONS("too-many-persons", UnservedReason.TOO_MANY_PERSONS),
    /** Even alone it does not fit between leaving and being back. */
    DAY_TOO_SHORT("day-too-short", UnservedReason.DAY_TOO_SHORT),
    /** The visit it follows is not held. */
    PREDECESSOR_UNSERVED("predecessor-unserved", UnservedReason.PREDECESSOR_UNSERVED),
    /** Too near to or too far from the visit it follows, or that follows it. */
    AFTER_GAP("after-gap", UnservedReason.AFTER_GAP),
    /** Too near to or too far from other visits to the same place. */
    SERIES_GAP("series-gap", UnservedReason.SERIES_GAP),
    /** The others that day leave no places for so many persons. */
    CAPACITY_FULL("capacity-full", UnservedReason.CAPACITY_FULL),
    /** The others that day leave no time. */
    NO_TIME_LEFT("no-time-left", UnservedReason.NO_TIME_LEFT);

    private final String code;
    private final UnservedReason reason;

    Obstacle(String code, UnservedReason reason) {
        this.code = code;
        this.reason = reason;
    }

    /** Stable, on the wire. */
    public String code() {
        return code;
    }

    /** The same as a reason for leaving a visit out. */
    public UnservedReason reason() {
        return reason;
    }

    /** Whether it would vanish if some other visit left that day. */
    boolean isMadeByOthersThatDay() {
        return this == CAPACITY_FULL || this == NO_TIME_LEFT;
    }
}
