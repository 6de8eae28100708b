package ro.caravana.civilstatus;

/** How far an office is, in the order in which offices go. */
public enum SiieascState {
    NOT_STARTED,
    /** The equipment stands at the office and works. */
    EQUIPPED,
    /** Its people have been trained. */
    TRAINED,
    /** The directorate has checked both. */
    CHECKED,
    /** It works in the national system. */
    LIVE
}
