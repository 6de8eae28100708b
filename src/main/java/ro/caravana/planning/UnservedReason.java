package ro.caravana.planning;

/** Why a visit is not in a plan. The codes are stable; people read the message file's text under {@code unserved.<code>}. */
public enum UnservedReason {
    /** No station works on any date on which the site is open and the visit allowed. */
    NO_OPEN_DAY("no-open-day"),
    /** The visit's own hours or the site's windows are shorter than its service. */
    WINDOW_TOO_SHORT("window-too-short"),
    /** Even alone, the drive out and back and the service do not fit into a working day. */
    DAY_TOO_SHORT("day-too-short"),
    /** More persons than a station can receive in a day. */
    TOO_MANY_PERSONS("too-many-persons"),
    /** The visit it follows is not held. */
    PREDECESSOR_UNSERVED("predecessor-unserved"),
    /** Days with time left lie too far from or too near to the visit it follows or that follows it. */
    AFTER_GAP("after-gap"),
    /** Days with time left lie too near to or too far from other visits of its series. */
    SERIES_GAP("series-gap"),
    /** Days that would do have no places left for so many persons. */
    CAPACITY_FULL("capacity-full"),
    /** Days that would do have no time left between their visits. */
    NO_TIME_LEFT("no-time-left"),
    /** It fits, but it is worth nothing, so the drive is saved. */
    NOT_WORTH_THE_DRIVE("not-worth-the-drive");

    private final String code;

    UnservedReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
