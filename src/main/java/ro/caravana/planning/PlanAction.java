package ro.caravana.planning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a person can do with a plan in the making; on the wire in lower case. */
public enum PlanAction {
    PAUSE,
    RESUME,
    CANCEL;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a plan in this status lets itself be handled so. */
    public boolean isAllowedIn(PlanStatus status) {
        return switch (this) {
            case PAUSE -> status == PlanStatus.QUEUED || status == PlanStatus.SOLVING;
            case RESUME -> status == PlanStatus.PAUSED;
            case CANCEL -> !status.isOver();
        };
    }

    /** Wire names of what is possible in a status, in a fixed order. */
    public static List<String> allowedIn(PlanStatus status) {
        return Arrays.stream(values())
                .filter(action -> action.isAllowedIn(status))
                .map(PlanAction::wire)
                .toList();
    }
}
