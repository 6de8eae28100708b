package ro.caravana.fieldwork;

import java.util.Locale;

/** What a report counts for; on the wire in lower case with dashes. */
public enum Standing {
    /** It is how the visit ended, alone or added to another. */
    COUNTED,
    /** Another report says something else and nobody has decided yet. */
    DISPUTED,
    /** A planner has decided for another report. */
    SET_ASIDE,
    /** Its own team member has corrected it. */
    REPLACED,
    /** It only says that the visit is under way. */
    UNDER_WAY;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
