package ro.caravana.access;

/** What an account may do. Spring Security sees the authority {@code ROLE_<name>}. */
public enum Role {
    /** Draws up plans and sees raw counts. */
    PLANNER,
    /** The joint working group: looks, does not change; sees published figures only. */
    VIEWER,
    /** A field team: its own day. */
    FIELD,
    /** Accounts, keys, settings. */
    ADMIN
}
